import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { restCaller } from '../rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from '../salesforce.ts';
import { ACME } from '../sample-org/account.ts';
import { type Answer, type BayeuxClient, bayeuxClient, connectOf } from './bayeux-client.ts';
import { realWait } from './streaming.ts';

let salesforce: SalesforceStandIn;
let client: BayeuxClient;
beforeAll(async () => {
  salesforce = await startSalesforce({
    wait: (milliseconds, signal) => {
      if (milliseconds > 30) onHold();
      return realWait(milliseconds / 100, signal);
    },
  });
});
afterAll(() => salesforce.close());
beforeEach(async () => {
  salesforce.clock.advance(100 * 60 * 60 * 1000);
  client = bayeuxClient(salesforce);
  await client.handshake();
});
afterEach(async () => {
  salesforce.streamingFault = undefined;
  await client.ask('disconnect');
});

const LEADS = '/data/LeadChangeEvent';
const ALL = '/data/ChangeEvents';
const HOUR = 60 * 60 * 1000;

const lead = (Company = 'X') => salesforce.insert('Lead', { LastName: 'L', Company });
const companies = (answers: readonly Answer[]) => answers.map(({ data }) => data.payload.Company);
const lastId = () => salesforce.changeEvents.at(-1)?.data.event.replayId;
const leadId = (Company: string) => {
  lead(Company);
  return lastId();
};
const fresh = async () => {
  const other = bayeuxClient(salesforce);
  await other.handshake();
  return other;
};
let onHold: () => void = () => undefined;
/** Sends a connect and waits until the server holds it; answers a way to wait for its answer. */
async function held<Result>(send: () => Promise<Result>): Promise<() => Promise<Result>> {
  const holds = new Promise<void>((resolve) => {
    onHold = resolve;
  });
  const answer = send();
  await holds;
  return () => answer;
}

describe('a handshake', () => {
  test('answers a client id, what the server speaks, and cookies', async () => {
    const other = bayeuxClient(salesforce);
    expect(await other.handshake()).toEqual({
      ext: { replay: true, 'payload.format': true },
      minimumVersion: '1.0',
      clientId: expect.stringMatching(/^6bm/),
      supportedConnectionTypes: ['long-polling'],
      channel: '/meta/handshake',
      id: '1',
      version: '1.0',
      successful: true,
    });
    expect([...other.cookies.keys()]).toContain('BAYEUX_BROWSER');
    await other.ask('disconnect');
  });

  test.each([
    ['a bad token', 'stale', '401::Authentication invalid'],
    ['no token', null, '401::Request requires authentication'],
  ])('with %s is denied, with the reason in ext', async (_what, token, failureReason) => {
    expect(await bayeuxClient(salesforce, token).handshake()).toEqual({
      channel: '/meta/handshake',
      id: '1',
      error: '403::Handshake denied',
      ext: { sfdc: { failureReason }, replay: true },
      advice: { reconnect: 'none' },
      successful: false,
    });
  });

  test('of a client that cannot poll long is refused', async () => {
    const [answer] = await client.send([
      { channel: '/meta/handshake', supportedConnectionTypes: ['websocket'] },
    ]);
    expect(answer).toMatchObject({ error: '400::Invalid connection type {websocket}', successful: false });
  });

  test('beyond the clients the org may have at once is refused, until one leaves or is forgotten', async () => {
    salesforce.limits.streamingClients = 2;
    const second = await fresh();
    const third = bayeuxClient(salesforce);
    const refused = { error: '403::Organization concurrent user limit exceeded', successful: false };
    expect(await third.handshake()).toMatchObject(refused);
    await second.ask('disconnect');
    expect(await third.handshake()).toMatchObject({ successful: true });
    expect(await bayeuxClient(salesforce).handshake()).toMatchObject(refused);
    salesforce.clock.advance(41_000);
    expect(await third.handshake()).toMatchObject({ successful: true });
    salesforce.limits.streamingClients = 1000;
    await third.ask('disconnect');
  });
});

describe('a subscription', () => {
  test('is acknowledged with its channel', async () => {
    expect(await client.subscribe(LEADS)).toEqual({
      clientId: client.clientId,
      channel: '/meta/subscribe',
      id: '2',
      subscription: LEADS,
      successful: true,
    });
  });

  test.each([
    [undefined, '400::Channel name not specified'],
    ['', '400::Channel name not specified'],
    ['data/ChangeEvents', "400::Channel subscriptions must start with a leading '/'"],
    [
      '/data/NopeChangeEvent',
      "400::The channel you requested to subscribe to doesn't exist {/data/NopeChangeEvent}",
    ],
    [
      '/data/leadchangeevent',
      "400::The channel you requested to subscribe to doesn't exist {/data/leadchangeevent}",
    ],
    [
      '/data/CaseMilestoneChangeEvent',
      "400::The channel you requested to subscribe to doesn't exist {/data/CaseMilestoneChangeEvent}",
    ],
    ['/data/*', "400::The channel you requested to subscribe to doesn't exist {/data/*}"],
  ])('to %s is refused', async (subscription, error) => {
    expect(await client.ask('subscribe', { subscription })).toMatchObject({ error, successful: false });
  });

  test.each([7, 0, -3, '18098000', 1.5, true])('from the replay id %p is refused', async (id) => {
    expect(await client.subscribe(LEADS, id)).toMatchObject({
      error: `400::The replayId {${id}} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`,
      successful: false,
    });
  });

  test('in an org without Change Data Capture is refused', async () => {
    salesforce.features.changeData = false;
    expect((await client.subscribe(ALL)).error).toMatch(/doesn't exist/);
    salesforce.features.changeData = true;
  });

  test('from -1 gets new events only, also when it says nothing', async () => {
    lead('old');
    await client.subscribe(LEADS, -1);
    const other = await fresh();
    await other.subscribe(LEADS);
    lead('new');
    expect(companies(await client.drain())).toEqual(['new']);
    expect(companies(await other.drain())).toEqual(['new']);
    await other.ask('disconnect');
  });

  test('from -2 gets what is retained, from an id what came after it, each in order', async () => {
    const first = leadId('1');
    lead('2');
    salesforce.update('Account', ACME, { Phone: '1' });
    lead('3');
    await client.subscribe(LEADS, -2);
    const other = await fresh();
    await other.subscribe(LEADS, first);
    lead('4');
    expect(companies(await client.drain())).toEqual(['1', '2', '3', '4']);
    expect(companies(await other.drain())).toEqual(['2', '3', '4']);
    await other.ask('disconnect');
  });

  test('from an id of another channel is refused', async () => {
    lead();
    expect((await client.subscribe('/data/AccountChangeEvent', lastId())).error).toMatch(
      /^400::The replayId/,
    );
    expect((await client.subscribe(ALL, lastId())).successful).toBe(true);
  });

  test('reaches back 72 hours and no longer, and refuses an older id', async () => {
    const old = leadId('old');
    salesforce.clock.advance(72 * HOUR - 60_000);
    const young = leadId('young');
    const other = await fresh();
    expect(await other.subscribe(LEADS, old)).toMatchObject({ successful: true });
    salesforce.clock.advance(61_000);
    const late = await fresh();
    expect((await late.subscribe(LEADS, old)).error).toContain(
      `The replayId {${old}} you provided was invalid.`,
    );
    expect(await late.subscribe(LEADS, young)).toMatchObject({ successful: true });
    expect(await late.subscribe(ALL, -2)).toMatchObject({ successful: true });
    expect(companies(await late.drain())).toEqual(['young']);
    await late.ask('disconnect');
  });

  test('delivers nothing together with its acknowledgement', async () => {
    lead();
    const answers = await client.send([
      {
        channel: '/meta/subscribe',
        clientId: client.clientId,
        subscription: LEADS,
        ext: { replay: { [LEADS]: -2 } },
      },
      connectOf(client, 0),
    ]);
    expect(answers.map(({ channel }) => channel)).toEqual(['/meta/subscribe', '/meta/connect']);
    expect(await client.connect(1000)).toHaveLength(1);
  });

  test('ends with an unsubscribe', async () => {
    await client.subscribe(LEADS, -1);
    expect(await client.ask('unsubscribe', { subscription: LEADS })).toMatchObject({
      subscription: LEADS,
      successful: true,
    });
    lead();
    expect(await client.drain()).toEqual([]);
  });
});

describe('channels', () => {
  test('of one object have its events, the one of all has those of selected objects, each under its own name', async () => {
    await client.subscribe(LEADS, -1);
    await client.subscribe(ALL, -1);
    const { entities } = salesforce.changeData;
    salesforce.changeData.entities = ['Lead', 'Account'];
    lead('first');
    salesforce.insert('Contact', { LastName: 'unselected' });
    salesforce.update('Account', ACME, { Phone: '2' });
    salesforce.changeData.entities = entities;
    const events = await client.drain();
    expect(events.map(({ channel, data }) => [channel, data.payload.ChangeEventHeader.entityName])).toEqual([
      [LEADS, 'Lead'],
      [ALL, 'Lead'],
      [ALL, 'Account'],
    ]);
  });

  test('of an object that is not selected stay quiet', async () => {
    const { entities } = salesforce.changeData;
    salesforce.changeData.entities = [];
    expect((await client.subscribe(LEADS, -2)).successful).toBe(true);
    lead();
    salesforce.changeData.entities = entities;
    expect(await client.drain()).toEqual([]);
  });

  test('need View All: of one object they are refused without, of all they are silent', async () => {
    await client.subscribe(ALL, -1);
    salesforce.features.withoutViewAll = new Set(['Lead']);
    expect(await client.subscribe(LEADS)).toMatchObject({
      error: '403::User not allowed to subscribe CDC without View All Data permissions',
      successful: false,
    });
    expect((await client.subscribe('/data/AccountChangeEvent')).successful).toBe(true);
    lead('unseen');
    salesforce.update('Account', ACME, { Phone: '3' });
    const events = await client.drain();
    salesforce.features.withoutViewAll = new Set();
    expect(new Set(events.map(({ data }) => data.payload.ChangeEventHeader.entityName))).toEqual(
      new Set(['Account']),
    );
  });

  test('leave out fields that are hidden from the user, and keep their names secret', async () => {
    const id = salesforce.insert('Lead', { FirstName: 'A', LastName: 'L', Company: 'X', City: 'Paris' });
    await client.subscribe(LEADS, -1);
    salesforce.update('Lead', id, { FirstName: null, LastName: 'M', City: 'Rome', Rating: 'Hot' });
    salesforce.features.hiddenFields = new Set([
      'Lead.FirstName',
      'Lead.City',
      'Lead.Title',
      'Account.Rating',
    ]);
    const [event] = await client.drain();
    salesforce.features.hiddenFields = new Set();
    expect(event.data.payload).toMatchObject({ Name: { LastName: 'M' }, Rating: 'Hot' });
    expect(event.data.payload.Name).not.toHaveProperty('FirstName');
    expect(event.data.payload).not.toHaveProperty('Address');
    const { changedFields, nulledFields } = event.data.payload.ChangeEventHeader;
    expect([changedFields, nulledFields]).toEqual([['LastModifiedDate', 'Name.LastName', 'Rating'], []]);
  });
});

describe('a connect', () => {
  test('is held until an event comes, and brings it before its own answer', async () => {
    await client.subscribe(LEADS, -1);
    await client.connect(100);
    const answer = await held(() => client.send([connectOf(client, 110_000)]));
    lead('now');
    const answers = await answer();
    expect(answers).toEqual([
      { channel: LEADS, data: expect.objectContaining({ event: { replayId: lastId() } }) },
      {
        clientId: client.clientId,
        advice: { interval: 0, timeout: 110_000, reconnect: 'retry' },
        channel: '/meta/connect',
        id: expect.any(String),
        successful: true,
      },
    ]);
  });

  test('has the commit number as a bare number with all its digits', async () => {
    await client.subscribe(LEADS, -1);
    await client.connect(100);
    lead();
    const response = await fetch(`${salesforce.url}/cometd/66.0`, {
      method: 'POST',
      headers: {
        authorization: `OAuth ${salesforce.issueToken().accessToken}`,
        cookie: [...client.cookies].map((pair) => pair.join('=')).join('; '),
      },
      body: JSON.stringify([connectOf(client, 1000)]),
    });
    const { commitNumber } = salesforce.changeEvents.at(-1)?.data.payload.ChangeEventHeader ?? {};
    expect(await response.text()).toContain(`"commitNumber":${commitNumber},`);
    expect(Number.isSafeInteger(Number(commitNumber))).toBe(false);
  });

  test('is held as long as the client says, or 110 seconds', async () => {
    const holds: number[] = [];
    const quick = await startSalesforce({
      wait: async (milliseconds) => {
        holds.push(milliseconds);
      },
    });
    const other = bayeuxClient(quick);
    await other.handshake();
    await other.connect(1000);
    await other.connect(900_000);
    await other.ask('connect', { connectionType: 'long-polling' });
    await other.connect(0);
    await quick.close();
    expect(holds).toEqual([1000, 110_000, 110_000, 0]);
  });

  test('is not held when it comes with other messages', async () => {
    const answers = await client.send([
      { channel: '/meta/connect', clientId: client.clientId, connectionType: 'long-polling' },
      { channel: '/meta/subscribe', clientId: client.clientId, subscription: LEADS },
    ]);
    expect(answers.map(({ channel, successful }) => [channel, successful])).toEqual([
      ['/meta/connect', true],
      ['/meta/subscribe', true],
    ]);
  });

  test('brings at most so many events, the rest comes with the next', async () => {
    await client.subscribe(LEADS, -1);
    await client.connect(100);
    salesforce.limits.eventsPerConnect = 2;
    for (const name of ['1', '2', '3']) lead(name);
    expect(companies(await client.connect(1000))).toEqual(['1', '2']);
    expect(companies(await client.connect(1000))).toEqual(['3']);
    salesforce.limits.eventsPerConnect = 100;
  });

  test('of a client that goes away takes no events with it', async () => {
    await client.subscribe(LEADS, -1);
    await client.connect(100);
    const leaving = new AbortController();
    const answer = await held(() => client.send([connectOf(client, 110_000)], leaving.signal));
    leaving.abort();
    await expect(answer()).rejects.toThrow();
    await client.connect(100);
    lead('kept');
    expect(companies(await client.connect(1000))).toEqual(['kept']);
  });

  test('a second one ends the first', async () => {
    const first = await held(() => client.connect(110_000));
    expect(await client.connect(0)).toEqual([]);
    expect(await first()).toEqual([]);
  });

  test('by another way than long polling is refused', async () => {
    expect(await client.ask('connect', { connectionType: 'websocket' })).toMatchObject({
      error: '400::Invalid connection type {websocket}',
      successful: false,
    });
  });
});

describe('a session', () => {
  const unknown = {
    error: '403::Unknown client',
    advice: { interval: 0, reconnect: 'handshake' },
    successful: false,
  };
  const connect = () => client.ask('connect', { connectionType: 'long-polling', advice: { timeout: 0 } });

  test('is over 40 seconds after an answer without another connect', async () => {
    salesforce.clock.advance(40_000);
    expect(await connect()).toMatchObject({ successful: true });
    salesforce.clock.advance(40_001);
    expect(await connect()).toMatchObject(unknown);
    expect(await client.subscribe(LEADS)).toMatchObject(unknown);
  });

  test('lives while a connect is held, and keeps the login session alive', async () => {
    await client.subscribe(LEADS, -1);
    await client.connect(100);
    const answer = await held(() => client.connect(110_000));
    salesforce.clock.advance(3 * HOUR);
    lead('late');
    expect(companies(await answer())).toEqual(['late']);
    expect(await connect()).toMatchObject({ successful: true });
  });

  test('is over after a disconnect, and for an unknown or absent client id', async () => {
    expect(await client.ask('disconnect')).toMatchObject({ channel: '/meta/disconnect', successful: true });
    expect(await connect()).toMatchObject(unknown);
    client.clientId = '6bmnope';
    expect(await connect()).toMatchObject(unknown);
    const [answer] = await client.send([{ channel: '/meta/subscribe', subscription: LEADS }]);
    expect(answer).toMatchObject({ error: '403::Client has not completed handshake', successful: false });
  });

  test.each(['BAYEUX_BROWSER', 'sfdc-stream'])('needs the cookie %s of its handshake', async (name) => {
    const value = client.cookies.get(name) ?? '';
    const error = `400::Client ${client.clientId} has established a session, but no ${name} cookie present`;
    client.cookies.delete(name);
    expect(await connect()).toMatchObject({ error, successful: false });
    client.cookies.set(name, 'of another session');
    expect(await connect()).toMatchObject({ error, successful: false });
    client.cookies.set(name, value);
    expect(await connect()).toMatchObject({ successful: true });
  });

  test('of a login session that ends is refused, also while a connect is held', async () => {
    const invalid = {
      error: '401::Authentication invalid',
      advice: { reconnect: 'none', interval: 0 },
      successful: false,
    };
    const answer = await held(() => client.ask('connect', { connectionType: 'long-polling' }));
    salesforce.expireSessions();
    expect(await answer()).toMatchObject(invalid);
    expect(await connect()).toMatchObject(invalid);
    const anonymous = bayeuxClient(salesforce, null);
    expect(await anonymous.ask('connect')).toMatchObject({
      ...invalid,
      error: '401::Request requires authentication',
    });
  });

  test('cannot publish', async () => {
    const [answer] = await client.send([{ channel: LEADS, clientId: client.clientId, data: {} }]);
    expect(answer).toMatchObject({ successful: false, error: '403:denied_by_security_policy:create_denied' });
  });
});

describe('the daily allowance', () => {
  test('counts each delivery to each client, and refuses connects once it is used up', async () => {
    await client.subscribe(LEADS, -1);
    const other = await fresh();
    await other.subscribe(LEADS, -1);
    for (const name of ['1', '2', '3']) lead(name);
    await client.drain();
    expect(salesforce.deliveredEvents).toBe(3);
    salesforce.limits.deliveredEvents = 5;
    expect(companies(await other.connect(1000))).toEqual(['1', '2']);
    expect(salesforce.deliveredEvents).toBe(5);
    const { body } = await restCaller(salesforce).call('GET', '/limits');
    expect(body.DailyDeliveredPlatformEvents).toEqual({ Max: 5, Remaining: 0 });
    expect((await other.send([connectOf(other, 1000)])).at(-1)).toMatchObject({
      error: '403::Organization total events daily limit exceeded',
      successful: false,
    });
    salesforce.limits.deliveredEvents = 25_000;
    expect(companies(await other.connect(1000))).toEqual(['3']);
    salesforce.clock.advance(24 * HOUR);
    expect(salesforce.deliveredEvents).toBe(0);
    await other.ask('disconnect');
  });
});

describe('faults', () => {
  test('a stalled stream answers empty although there are events, and catches up later', async () => {
    await client.subscribe(LEADS, -1);
    salesforce.streamingFault = 'stalled';
    lead('stuck');
    expect(await client.drain()).toEqual([]);
    salesforce.streamingFault = undefined;
    expect(companies(await client.drain())).toEqual(['stuck']);
  });

  test('an invalid authentication in the middle of a session', async () => {
    salesforce.streamingFault = 'authentication invalid';
    expect((await client.send([connectOf(client, 0)])).at(-1)).toMatchObject({
      error: '401::Authentication invalid',
      advice: { reconnect: 'none', interval: 0 },
    });
    salesforce.streamingFault = undefined;
    expect((await client.send([connectOf(client, 0)])).at(-1)).toMatchObject({ successful: true });
  });

  test('a client forgotten in the middle of a session stays forgotten', async () => {
    salesforce.streamingFault = 'unknown client';
    const connects = async () => (await client.send([connectOf(client, 0)])).at(-1);
    expect((await connects()).error).toBe('403::Unknown client');
    salesforce.streamingFault = undefined;
    expect((await connects()).error).toBe('403::Unknown client');
    expect(await client.handshake()).toMatchObject({ successful: true });
    expect(await connects()).toMatchObject({ successful: true });
  });

  test('a page of HTML with 503', async () => {
    salesforce.streamingFault = 'unavailable';
    const response = await post('/cometd/66.0', '[]');
    expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/html;charset=UTF-8']);
    salesforce.streamingFault = undefined;
  });
});

test('a short session of bare fetch drains what came after its last id, and learns the next id to keep', async () => {
  const kept = leadId('seen');
  for (const name of ['1', '2', '3']) lead(name);
  const session = async (replayId: unknown) => {
    const short = bayeuxClient(salesforce);
    await short.handshake();
    await short.subscribe(LEADS, replayId);
    const events = await short.drain();
    await short.ask('disconnect');
    return events;
  };
  const events = await session(kept);
  expect(companies(events)).toEqual(['1', '2', '3']);
  expect(await session(events.at(-1).data.event.replayId)).toEqual([]);
  expect(companies(await session(events[1].data.event.replayId))).toEqual(['3']);
});

const post = (path: string, body: string) => fetch(salesforce.url + path, { method: 'POST', body });

describe('requests', () => {
  test.each([
    ['/cometd/36.0', "Unsupported API version. Only API versions '37.0' and later are supported."],
    ['/cometd/69.0', "Unsupported API version. Only API versions '37.0' and later are supported."],
    ['/cometd/latest', 'API version in the URI is mandatory.'],
    ['/cometd', 'API version in the URI is mandatory.'],
  ])('to %s are refused', async (path, message) => {
    const response = await post(path, '[]');
    expect(response.status).toBe(400);
    expect(await response.text()).toBe(`${message} URI format: '/cometd/66.0'`);
  });

  test.each([
    '',
    'x',
    '{}',
    '[]',
    '[1]',
    '{"channel":"/meta/handshake"}',
  ])('of %p are refused', async (body) => {
    expect((await post('/cometd/66.0', body)).status).toBe(400);
  });

  test('of more than 32,768 bytes are refused', async () => {
    const body = (bytes: number) => {
      const frame = '[{"channel":"/meta/connect","x":"é"}]';
      return frame.replace('é', `é${'x'.repeat(bytes - Buffer.byteLength(frame))}`);
    };
    const response = await post('/cometd/66.0', body(32_769));
    expect([response.status, await response.text()]).toEqual([413, 'Maximum Request Size Exceeded']);
    expect((await post('/cometd/66.0', body(32_768))).status).toBe(200);
  });

  test('for a WebSocket are answered 400', async () => {
    const response = await fetch(`${salesforce.url}/cometd/66.0`);
    expect(response.status).toBe(400);
  });

  test('cost no API calls', async () => {
    salesforce.forget();
    await client.subscribe(LEADS, -1);
    await client.drain();
    expect(salesforce.calls.length).toBeGreaterThan(2);
    expect(salesforce.apiCalls).toBe(0);
  });
});
