import { describe, expect, it } from '@jest/globals';
import { dieAt } from '../../crash/crash.ts';
import { DEAL, ROOM } from '../../crash/deal.ts';
import { inWorld, once } from '../../crash/every-call.ts';
import { look } from '../../crash/recover.ts';
import { badRequest } from '../../sandbox/salesforce/error.ts';
import type { Call } from '../../sandbox/serve.ts';
import { DELIVERY_SCOPES } from '../../sandbox/slack/sample-workspace.ts';
import type { World } from '../../sandbox/world.ts';
import { attempt, complaint, failure, roomOf } from './attempt.ts';

const LEASE_OVER = 11 * 60_000;
const busy = badRequest('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');

const method = ({ path }: Call) => path.split('/').at(-1);
const isComposite = (call: Call) => method(call) === 'composite';
const statuses = (world: World) =>
  world.salesforce.records('Dealwire_Delivery__c').map(({ Status__c }) => Status__c);
/** A bot token that may not read what was posted. */
const blind = (world: World) => ({ slackToken: world.slack.issueToken({ scopes: DELIVERY_SCOPES }) });

describe('The API allowance of the org', () => {
  it('used up before the claim makes the delivery wait; then it is complete', () =>
    inWorld(async (world) => {
      world.salesforce.apiUsage.exhausted = true;
      const error = await failure(attempt(world));
      expect(error).toMatchObject({ code: 'dealwire_salesforce_limited', retryAfter: 900 });
      expect(error.fix).toContain('Company Information');
      expect(world.slack.calls).toEqual([]);
      world.salesforce.apiUsage.exhausted = false;
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('used up before the room is noted leads to the same room later', () =>
    inWorld(async (world) => {
      world.slack.intercept((call) => {
        if (method(call) === 'conversations.create') world.salesforce.apiUsage.exhausted = true;
        return undefined;
      });
      expect(await failure(attempt(world))).toMatchObject({ code: 'dealwire_salesforce_limited' });
      world.slack.intercept(undefined);
      world.salesforce.apiUsage.exhausted = false;
      expect(await failure(attempt(world))).toMatchObject({ code: 'dealwire_delivery_busy' });
      world.clock.advance(LEASE_OVER);
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('used up when everything is out is a warning, since nothing may be posted again', () =>
    inWorld(async (world) => {
      world.slack.intercept((call) => {
        if (method(call) === 'pins.add') world.salesforce.apiUsage.exhausted = true;
        return undefined;
      });
      const result = await attempt(world, { write_back: false });
      expect(result).toMatchObject({ outcome: 'delivered', channel_id: roomOf(world).id });
      expect(result.warnings).toEqual([
        'Ledger: Salesforce did not do it (dealwire_salesforce_limited). Look into Salesforce whether it is there, and add it by hand if not.',
      ]);
      world.slack.intercept(undefined);
      world.salesforce.apiUsage.exhausted = false;
      world.clock.advance(LEASE_OVER);
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

describe('A locked row', () => {
  it.each([
    ['the claim', 'insert', 'Dealwire_Delivery__c', 1],
    ['the claim, twice', 'insert', 'Dealwire_Delivery__c', 2],
    ['the note of the room', 'update', 'Dealwire_Delivery__c', 1],
    ['the Chatter post', 'insert', 'FeedItem', 1],
  ])('at %s is waited for within the run', (_, operation, sobject, times) =>
    inWorld(async (world) => {
      let left = times;
      world.salesforce.onWrite((write) => {
        if (write.operation !== operation || write.sobject !== sobject || left === 0) return undefined;
        left -= 1;
        return busy;
      });
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(left).toBe(0);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('that stays locked ends in an error that the platform repeats, and leaves nothing claimed', () =>
    inWorld(async (world) => {
      world.salesforce.onWrite(({ operation }) => (operation === 'insert' ? busy : undefined));
      expect(await failure(attempt(world))).toMatchObject({
        code: 'dealwire_salesforce_unavailable',
        retryAfter: 30,
      });
      world.salesforce.onWrite(undefined);
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

describe('A lost answer of the write-back', () => {
  it('is no reason for a second post, or for a warning', () =>
    inWorld(async (world) => {
      let lost = false;
      world.salesforce.intercept((call) => {
        if (lost || !isComposite(call) || !call.body.includes('FeedItem')) return undefined;
        lost = true;
        return 'after';
      });
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(lost).toBe(true);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

describe('A run that died after posting, in a workspace where the bot may not read', () => {
  const diedAfterPosting = async (world: World) => {
    const options = blind(world);
    let posted = false;
    const intercept = (call: Call) => {
      if (posted) return 'before' as const;
      posted = method(call) === 'chat.postMessage';
      return posted ? ('after' as const) : undefined;
    };
    world.slack.intercept(intercept);
    world.salesforce.intercept(intercept);
    await failure(attempt(world, {}, options));
    world.slack.intercept(undefined);
    world.salesforce.intercept(undefined);
    world.clock.advance(LEASE_OVER);
    return options;
  };

  it('stops and says so, in the row too; told to repeat, it posts', () =>
    inWorld(async (world) => {
      const options = await diedAfterPosting(world);
      expect(await complaint(attempt(world, {}, options))).toMatch(
        /may have posted its message already\. Look into the room; then set If Unsure/,
      );
      expect(statuses(world)).toContain('unsure');
      expect(look(world)).toMatchObject({ rooms: [ROOM], briefings: 1 });
      expect(await failure(attempt(world, {}, options))).toMatchObject({ code: 'dealwire_delivery_unsure' });
      expect(await attempt(world, { if_unsure: 'repeat' }, options)).toMatchObject({ outcome: 'delivered' });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once, briefings: 2 });
    }));

  it('finds the message once it may read', () =>
    inWorld(async (world) => {
      const options = await diedAfterPosting(world);
      await failure(attempt(world, {}, options));
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

it.each([
  ['pins.add'],
  ['conversations.setTopic'],
])('A run that failed in %s while it lived knows its message, although the bot may not read', (failing) =>
  inWorld(async (world) => {
    const options = blind(world);
    world.slack.failNext(failing, { status: 503 });
    expect(await failure(attempt(world, {}, options))).toMatchObject({
      code: 'dealwire_slack_unavailable',
    });
    expect(await attempt(world, {}, options)).toMatchObject({ outcome: 'delivered', warnings: [] });
    expect(look(world)).toEqual({ rooms: [ROOM], ...once });
  }));

describe('A run whose time is up', () => {
  it('before its first Slack write opens no room, and the next one does at once', () =>
    inWorld(async (world) => {
      const error = await failure(attempt(world, {}, { time: 0 }));
      expect(error).toMatchObject({ code: 'dealwire_out_of_time' });
      expect(world.slack.calls.map(method).filter((name) => name !== 'users.lookupByEmail')).toEqual([]);
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it.each([
    ['conversations.create'],
    ['conversations.invite'],
    ['chat.postMessage'],
    ['pins.add'],
  ])('after %s starts no further Slack write, and goes on in the same room', (last) =>
    inWorld(async (world) => {
      world.slack.intercept((call) => {
        if (method(call) === last) world.clock.advance(25_000);
        return undefined;
      });
      const run = attempt(world, {}, { time: 25_000 });
      if (last === 'pins.add') expect(await run).toMatchObject({ outcome: 'delivered', warnings: [] });
      else {
        expect(await failure(run)).toMatchObject({ code: 'dealwire_out_of_time' });
        world.slack.intercept(undefined);
        expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      }
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('gives back what Slack asked to wait for rather than waiting too long', () =>
    inWorld(async (world) => {
      world.slack.failNext('conversations.create', { status: 429, retryAfter: 3 });
      expect(await failure(attempt(world, {}, { time: 2_000 }))).toMatchObject({
        code: 'dealwire_slack_limited',
        retryAfter: 3,
      });
      world.slack.failNext('conversations.create', { status: 429, retryAfter: 3 });
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

it('A decoration that Slack limits is no warning: the run is repeated and completes the room', () =>
  inWorld(async (world) => {
    world.slack.failNext('bookmarks.add', { status: 429, retryAfter: 40 });
    expect(await failure(attempt(world))).toMatchObject({
      code: 'dealwire_slack_limited',
      message: 'Slack asked to wait 40 s before bookmarks.add.',
    });
    expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
    expect(look(world)).toEqual({ rooms: [ROOM], ...once });
  }));

describe('A run from the editor', () => {
  const everything = {
    announce_channel: 'C00SALESWI',
    emails: ['lea@acme.example'],
    fallback_email: 'x@y.z',
  };

  it('says TEST, invites and pings nobody, announces nothing and writes nothing back', () =>
    inWorld(async (world) => {
      const result = await attempt(world, everything, { test: true });
      expect(result).toMatchObject({ outcome: 'delivered', members: [], not_added: [], warnings: [] });
      expect(result.event_key).toMatch(/^test-/);
      const room = roomOf(world);
      expect(room.name).toBe(`test-${ROOM}`);
      expect(room.members).toEqual([world.slack.botUserId]);
      expect(room.topic).toMatch(/^TEST /);
      const [message] = world.slack.messages(room.id);
      expect(message?.text).toMatch(/^TEST /);
      expect(JSON.stringify(message?.blocks)).toContain('"TEST Acme Q3 Enterprise"');
      expect(JSON.stringify(message)).not.toContain('<@');
      expect(world.slack.messages('C00SALESWI')).toEqual([]);
      expect(world.slack.calls.map(method)).not.toContain('users.lookupByEmail');
      expect(look(world)).toMatchObject({ chatterPosts: 0, openRows: 0 });
    }));

  it('does not stand in the way of the real room, and repeated uses its own again', () =>
    inWorld(async (world) => {
      await attempt(world, everything, { test: true });
      await attempt(world, everything, { test: true });
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered' });
      expect(look(world).rooms).toEqual([`test-${ROOM}`, ROOM]);
    }));
});

it('A process that dies at any call while it announces leaves one announcement', async () => {
  const announce_channel = 'C00SALESWI';
  for (const when of ['before', 'after'] as const)
    for (let call = 0, died = true; died; call += 1)
      await inWorld(async (world) => {
        died = await dieAt(world, { call, when }, () => attempt(world, { announce_channel }));
        world.clock.advance(LEASE_OVER);
        await attempt(world, { announce_channel });
        const announcements = world.slack.messages(announce_channel).length;
        expect({ when, call, announcements, ...look(world) }).toEqual({
          when,
          call,
          announcements: 1,
          rooms: [ROOM],
          ...once,
        });
      });
});

it('Rows of the ledger hold ids and codes, never names, amounts or texts', () =>
  inWorld(async (world) => {
    await attempt(world, { announce_channel: 'C00SALESWI' });
    const rows = JSON.stringify(world.salesforce.records('Dealwire_Delivery__c'));
    for (const content of ['Acme', 'Kim', '75000', '@', 'Closed']) expect(rows).not.toContain(content);
    expect(rows).toContain(DEAL);
  }));
