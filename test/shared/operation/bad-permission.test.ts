import { describe, expect, it } from '@jest/globals';
import { ROOM } from '../../crash/deal.ts';
import { inWorld, once } from '../../crash/every-call.ts';
import { look } from '../../crash/recover.ts';
import { badRequest } from '../../sandbox/salesforce/error.ts';
import { CHANNELS, DELIVERY_SCOPES } from '../../sandbox/slack/sample-workspace.ts';
import { attempt, briefingOf, complaint, failure, roomOf } from './attempt.ts';

describe('A bot without the scope', () => {
  const stopping = ['chat:write', 'groups:write', 'users:read.email'];
  const warned: Readonly<Record<string, string>> = {
    'bookmarks:write': 'Bookmark',
    'pins:write': 'Pin',
  };

  it.each(
    DELIVERY_SCOPES.map((scope) => [scope]),
  )('%s delivers, warns, or says so; with it the next run completes the same room', (scope) =>
    inWorld(async (world) => {
      const scopes = DELIVERY_SCOPES.filter((other) => other !== scope);
      const run = attempt(world, {}, { slackToken: world.slack.issueToken({ scopes }) });
      if (stopping.includes(scope)) {
        expect(await failure(run)).toMatchObject({ code: 'dealwire_missing_scope', scope });
        expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
        expect(look(world)).toEqual({ rooms: [ROOM], ...once });
      } else {
        const { outcome, warnings } = await run;
        const label = warned[scope];
        expect({ outcome, warnings }).toEqual({
          outcome: 'delivered',
          warnings:
            label === undefined
              ? []
              : [
                  `${label}: Slack did not do it (missing_scope). Add ${scope} under OAuth & Permissions of the Slack app, reinstall it, and reconnect.`,
                ],
        });
        expect(look(world)).toMatchObject({ rooms: [ROOM], briefings: 1, members: 4, openRows: 0 });
      }
    }));

  it.each([
    ['groups:read', true, 'says so'],
    ['bookmarks:read', true, 'warns'],
    ['channels:read', true, 'delivers'],
    ['groups:read', false, 'delivers'],
    ['channels:read', false, 'says so'],
  ])('%s finds a room that was made and not noted (private: %s) or %s', (scope, is_private, what) =>
    inWorld(async (world) => {
      world.slack.intercept(({ path }) => (path.endsWith('conversations.create') ? 'after' : undefined));
      await failure(attempt(world, { is_private }));
      world.slack.intercept(undefined);
      const scopes = [...DELIVERY_SCOPES, 'groups:history', 'channels:history'];
      const slackToken = world.slack.issueToken({ scopes: scopes.filter((other) => other !== scope) });
      const run = attempt(world, { is_private }, { slackToken });
      if (what === 'says so') {
        expect(await failure(run)).toMatchObject({ code: 'dealwire_missing_scope', scope });
        await attempt(world, { is_private });
      } else {
        expect(await run).toMatchObject({
          outcome: 'delivered',
          warnings: what === 'warns' ? [expect.stringContaining(`Add ${scope} under`)] : [],
        });
      }
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, bookmarks: what === 'warns' ? 0 : 1 });
    }));

  it('channels:manage opens no public room, and opens it once it is granted', () =>
    inWorld(async (world) => {
      const scopes = DELIVERY_SCOPES.filter((scope) => scope !== 'channels:manage');
      const slackToken = world.slack.issueToken({ scopes });
      expect(await complaint(attempt(world, { is_private: false }, { slackToken }))).toMatch(
        /lacks the scope channels:manage, which conversations\.create needs\. Add channels:manage/,
      );
      expect(await attempt(world, { is_private: false })).toMatchObject({ outcome: 'delivered' });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
      expect(roomOf(world).isPrivate).toBe(false);
    }));
});

describe('A Slack token', () => {
  it('revoked before the run ends in an error that says what to reconnect', () =>
    inWorld(async (world) => {
      const slackToken = world.slack.issueToken({ scopes: DELIVERY_SCOPES });
      world.slack.revoke(slackToken);
      const error = await failure(attempt(world, {}, { slackToken }));
      expect(error).toMatchObject({ code: 'dealwire_slack_token_revoked', error: 'token_revoked' });
      expect(error.fix).toContain('Bot User OAuth Token');
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('revoked while the topic is set does not end in a warning', () =>
    inWorld(async (world) => {
      const slackToken = world.slack.issueToken({ scopes: DELIVERY_SCOPES });
      world.slack.intercept(({ path }) => {
        if (path.endsWith('conversations.setTopic')) world.slack.revoke(slackToken);
        return undefined;
      });
      expect(await failure(attempt(world, {}, { slackToken }))).toMatchObject({
        code: 'dealwire_slack_token_revoked',
      });
      world.slack.intercept(undefined);
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

describe('A Salesforce org', () => {
  it('that hides a field ends in an error that names it and where to grant it; then the room opens', () =>
    inWorld(async (world) => {
      world.salesforce.features.hiddenFields = new Set(['Opportunity.ARR__c']);
      const error = await failure(attempt(world));
      expect(error).toMatchObject({ code: 'dealwire_missing_field', field: 'Opportunity.ARR__c' });
      expect(error.fix).toContain('Set Field-Level Security');
      expect(look(world).rooms).toEqual([]);
      world.salesforce.features.hiddenFields = new Set();
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('that hides a lookup field names the field', () =>
    inWorld(async (world) => {
      world.salesforce.features.hiddenFields = new Set(['Opportunity.SE__c']);
      expect(await complaint(attempt(world))).toMatch(/no field SE__c .*read access to SE__c/);
    }));

  it('that hides a field of the ledger names the package', () =>
    inWorld(async (world) => {
      world.salesforce.features.hiddenFields = new Set(['Dealwire_Delivery__c.Holder__c']);
      expect(await complaint(attempt(world))).toMatch(/Dealwire_Delivery__c\.Holder__c .*Dealwire Core/);
      expect(look(world).rooms).toEqual([]);
    }));

  it('without the ledger names the package; then the room opens', () =>
    inWorld(async (world) => {
      world.salesforce.features.ledger = false;
      const error = await failure(attempt(world));
      expect(error).toMatchObject({ code: 'dealwire_missing_object', object: 'Dealwire_Delivery__c' });
      expect(error.fix).toContain('Deploy the Dealwire package');
      expect(world.slack.calls).toEqual([]);
      world.salesforce.features.ledger = true;
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered' });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('without opportunity teams opens the room all the same', () =>
    inWorld(async (world) => {
      world.salesforce.features.opportunityTeams = false;
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('without one of the extra fields shows em dashes and warns', () =>
    inWorld(async (world) => {
      const extra_fields = ['NextStep:string:Next Step', 'Gone__c:string:Gone'];
      const { outcome, warnings } = await attempt(world, { extra_fields });
      expect(outcome).toBe('delivered');
      expect(warnings).toEqual([
        'Extra Fields: Salesforce did not do it (INVALID_FIELD). Check the API names of the fields, and that the integration user may read them.',
      ]);
      expect(briefingOf(world)).toContain('*Next Step:* —\n*Gone:* —');
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('shows eight extra fields and refuses nine', () =>
    inWorld(async (world) => {
      const nine = [
        'Name',
        'Type',
        'Amount',
        'NextStep',
        'LeadSource',
        'Segment__c',
        'ARR__c',
        'CloseDate',
        'Id',
      ];
      expect(await complaint(attempt(world, { extra_fields: nine }))).toMatch(
        /^Extra Fields: it holds 9 items, more than 8\. Up to 8/,
      );
      expect(world.salesforce.calls).toEqual([]);
      expect(await attempt(world, { extra_fields: nine.slice(0, 8) })).toMatchObject({ warnings: [] });
      expect(briefingOf(world)).toContain('*NextStep:* Countersign\n*LeadSource:* Web');
    }));

  it('that refuses the Chatter post by a rule gets the rest, and no second post', () =>
    inWorld(async (world) => {
      const rule = badRequest('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No posts by integrations');
      world.salesforce.onWrite(({ sobject }) => (sobject === 'FeedItem' ? rule : undefined));
      const result = await attempt(world);
      expect(result).toMatchObject({
        outcome: 'delivered',
        warnings: [
          'Chatter post: Salesforce did not do it (FIELD_CUSTOM_VALIDATION_EXCEPTION). Exempt the integration user from the validation rule.',
        ],
      });
      world.salesforce.onWrite(undefined);
      expect(await attempt(world)).toMatchObject({ outcome: 'already_delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, chatterPosts: 0 });
    }));

  it('that refuses the change of the row warns of the ledger, and of the Chatter post that went with it', () =>
    inWorld(async (world) => {
      const rule = badRequest('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'a trigger failed');
      world.salesforce.onWrite(({ sobject, values }) =>
        sobject === 'Dealwire_Delivery__c' && values.Outcome__c === 'delivered' ? rule : undefined,
      );
      expect((await attempt(world)).warnings).toEqual([
        expect.stringMatching(/^Chatter post: .*CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY.*trigger or flow/),
        expect.stringMatching(/^Ledger: .*CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY.*trigger or flow/),
      ]);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, chatterPosts: 0, openRows: 1 });
    }));
});

describe('An announcement channel', () => {
  it.each([
    ['that does not exist', 'C0NOWHERE', 'channel_not_found', 'Invite the bot to the channel'],
    ['that the bot may not see', CHANNELS.leadership, 'channel_not_found', 'Invite the bot to the channel'],
    ['that is archived', CHANNELS.oldDeals, 'is_archived', 'Unarchive the channel'],
  ])('%s costs a warning, also in a run that resumes', (_, announce_channel, code, remedy) =>
    inWorld(async (world) => {
      world.slack.failNext('conversations.create', { error: 'internal_error' });
      await failure(attempt(world, { announce_channel }));
      const scopes = DELIVERY_SCOPES;
      const result = await attempt(
        world,
        { announce_channel },
        { slackToken: world.slack.issueToken({ scopes }) },
      );
      expect(result).toMatchObject({ outcome: 'delivered' });
      expect(result.warnings).toEqual([
        expect.stringContaining(`Announcement: Slack did not do it (${code}). ${remedy}`),
      ]);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('that the bot is not in costs a warning without chat:write.public, and none with it', () =>
    inWorld(async (world) => {
      const more = { announce_channel: CHANNELS.random };
      const scopes = DELIVERY_SCOPES.filter((scope) => scope !== 'chat:write.public');
      const slackToken = world.slack.issueToken({ scopes });
      expect((await attempt(world, more, { slackToken })).warnings).toEqual([
        expect.stringMatching(/^Announcement: .*not_in_channel.*Invite the bot/),
      ]);
      const another = await attempt(world, { ...more, event_key: 'deal-room-another' });
      expect(another.warnings).toEqual([]);
      expect(world.slack.messages(CHANNELS.random)).toHaveLength(1);
    }));

  it('hears of the win once, however often the run is repeated', () =>
    inWorld(async (world) => {
      const more = { announce_channel: CHANNELS.wins };
      world.slack.failNext('pins.add', { error: 'fatal_error' });
      await failure(attempt(world, more));
      await attempt(world, more);
      expect(await attempt(world, more)).toMatchObject({ already_delivered: true });
      expect(world.slack.messages(CHANNELS.wins)).toHaveLength(1);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('hears nothing of a room that was not opened', () =>
    inWorld(async (world) => {
      const more = { announce_channel: CHANNELS.wins };
      world.slack.failNext('conversations.create', { error: 'restricted_action' });
      expect(await complaint(attempt(world, more))).toMatch(/restricted_action.*Slack admin/);
      expect(world.slack.messages(CHANNELS.wins)).toEqual([]);
    }));
});
