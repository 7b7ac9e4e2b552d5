import { describe, expect, it } from '@jest/globals';
import { DEAL, ROOM } from '../../crash/deal.ts';
import { inWorld, once } from '../../crash/every-call.ts';
import { look } from '../../crash/recover.ts';
import { OLD_REP, TOM } from '../../sandbox/salesforce/sample-org/user.ts';
import { DEACTIVATED, GUEST, PEOPLE } from '../../sandbox/slack/sample-workspace.ts';
import { attempt, briefingOf, DEAL_TEAM, roomOf } from './attempt.ts';

const UNKNOWN = 'nobody@acme.example';

describe('Somebody who cannot be added is named in card and result, and stops nothing:', () => {
  it('an owner without email', () =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { OwnerId: TOM });
      const result = await attempt(world);
      expect(result).toMatchObject({ outcome: 'delivered', not_added: ['Tom <Guest> & Co (no email)'] });
      expect(result.warnings).toEqual([]);
      expect(briefingOf(world)).toContain('Could not add Tom &lt;Guest&gt; &amp; Co (no email)');
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, members: 3 });
    }));

  it('one person without email in two roles, once', () =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { OwnerId: TOM, CSM__c: TOM });
      world.salesforce.insert('OpportunityTeamMember', {
        OpportunityId: DEAL,
        UserId: TOM,
        TeamMemberRole: 'Lawyer',
      });
      expect(await attempt(world, { team_roles: ['Lawyer'] })).toMatchObject({
        not_added: ['Tom <Guest> & Co (no email)'],
      });
    }));

  it('a team member without email, if the role is chosen', () =>
    inWorld(async (world) => {
      world.salesforce.insert('OpportunityTeamMember', {
        OpportunityId: DEAL,
        UserId: TOM,
        TeamMemberRole: 'Lawyer',
      });
      expect(await attempt(world)).toMatchObject({ not_added: [] });
      expect(await attempt(world, { team_roles: ['Lawyer'], event_key: 'deal-room-another' })).toMatchObject({
        not_added: ['Tom <Guest> & Co (no email)'],
      });
    }));

  it('somebody Slack does not know', () =>
    inWorld(async (world) => {
      const result = await attempt(world, { emails: [UNKNOWN, 'no address'] });
      expect(result).toMatchObject({ members: DEAL_TEAM, not_added: [UNKNOWN, 'no address'], warnings: [] });
      expect(briefingOf(world)).toContain(`Could not add ${UNKNOWN}, no address`);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('somebody who has left the company', () =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { CSM__c: OLD_REP });
      expect(await attempt(world)).toMatchObject({ not_added: [DEACTIVATED.email], warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, members: 3 });
    }));

  it('somebody whom a look-up still shows although deactivated', () =>
    inWorld(async (world) => {
      world.slack.intercept(({ path, body }) =>
        path.endsWith('users.lookupByEmail') && body.includes('ana')
          ? Response.json({ ok: true, user: { id: PEOPLE.ana.id, deleted: true } })
          : undefined,
      );
      expect(await attempt(world)).toMatchObject({ not_added: [PEOPLE.ana.email], warnings: [] });
    }));

  it('a guest who is in another channel already, while the others get in', () =>
    inWorld(async (world) => {
      const result = await attempt(world, { emails: [GUEST.email] });
      expect(result).toMatchObject({ members: DEAL_TEAM, not_added: [GUEST.email] });
      expect(result.warnings).toEqual([
        expect.stringMatching(/^Invite: Slack did not do it \(ura_max_channels\)\. The person is a guest/),
      ]);
      expect(briefingOf(world)).toContain(`Could not add ${GUEST.email}`);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('a guest and somebody deactivated between look-up and invite', () =>
    inWorld(async (world) => {
      world.slack.intercept(({ path }) => {
        if (path.endsWith('conversations.invite')) world.slack.deactivate(PEOPLE.sam.id);
        return undefined;
      });
      const result = await attempt(world, { emails: [GUEST.email] });
      expect(result).toMatchObject({
        members: [PEOPLE.kim.id, PEOPLE.ana.id],
        not_added: [PEOPLE.sam.email, GUEST.email],
      });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, members: 3 });
    }));

  it('everybody, when the whole invitation is refused', () =>
    inWorld(async (world) => {
      world.slack.failNext('conversations.invite', { error: 'restricted_action' });
      const result = await attempt(world);
      expect(result).toMatchObject({ members: [], not_added: DEAL_TEAM.map(emailOf) });
      expect(result.warnings).toEqual([expect.stringMatching(/^Invite: .*restricted_action.*Slack admin/)]);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, members: 1 });
    }));

  it('everybody after the first ten', () =>
    inWorld(async (world) => {
      const emails = Array.from({ length: 10 }, (_, at) => `person${at}@acme.example`);
      const { not_added, members } = await attempt(world, { emails });
      expect(members).toEqual(DEAL_TEAM);
      expect(not_added).toEqual([...emails.slice(0, 7), 'everybody after the first 10']);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

function emailOf(id: string): string | undefined {
  return Object.values(PEOPLE).find((person) => person.id === id)?.email;
}

describe('The fallback person', () => {
  const nobody = { se_field: '', csm_field: '', fallback_email: ` ${PEOPLE.ops.email.toUpperCase()}` };

  it('is invited when nobody else can be found', () =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { OwnerId: TOM });
      expect(await attempt(world, nobody)).toMatchObject({
        members: [PEOPLE.ops.id],
        not_added: ['Tom <Guest> & Co (no email)'],
      });
      expect(roomOf(world).members).toContain(PEOPLE.ops.id);
    }));

  it('is not looked up when somebody was found', () =>
    inWorld(async (world) => {
      expect(await attempt(world, nobody)).toMatchObject({ members: [PEOPLE.kim.id] });
    }));

  it('whom Slack does not know leaves a room with the bot alone', () =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { OwnerId: TOM });
      expect(await attempt(world, { ...nobody, fallback_email: UNKNOWN })).toMatchObject({
        outcome: 'delivered',
        members: [],
        not_added: [UNKNOWN, 'Tom <Guest> & Co (no email)'],
      });
      expect(briefingOf(world)).toContain('*In this room*\n—');
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, members: 1 });
    }));

  it('who cannot be invited is named', () =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { OwnerId: TOM });
      expect(await attempt(world, { ...nobody, fallback_email: GUEST.email })).toMatchObject({
        members: [],
        not_added: [GUEST.email, 'Tom <Guest> & Co (no email)'],
      });
    }));
});

it('A second delivery of the deal finds everybody in the room and warns of nothing', () =>
  inWorld(async (world) => {
    await attempt(world);
    const again = await attempt(world, { event_key: 'deal-room-again', write_back: false });
    expect(again).toMatchObject({
      outcome: 'delivered',
      members: DEAL_TEAM,
      not_added: [],
      warnings: [],
      channel_id: roomOf(world).id,
    });
    expect(look(world)).toEqual({ rooms: [ROOM], ...once, briefings: 2, pins: 2 });
  }));
