import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import jsforce from 'jsforce';
import streaming from 'jsforce/lib/api/streaming.js';
import { type SalesforceStandIn, startSalesforce } from '../salesforce.ts';
import { realWait } from './streaming.ts';

const { StreamingExtension } = streaming;
const LEADS = '/data/LeadChangeEvent';

let salesforce: SalesforceStandIn;
beforeAll(async () => {
  salesforce = await startSalesforce({
    wait: (milliseconds, signal) => realWait(milliseconds / 100, signal),
  });
});
afterAll(() => salesforce.close());

/** faye's client; its types leave `disconnect` out. */
type Client = ReturnType<InstanceType<typeof jsforce.Connection>['streaming']['createClient']> & {
  disconnect(): PromiseLike<void> | undefined;
};
const clients: Client[] = [];
beforeEach(() => salesforce.clock.advance(100 * 60 * 60 * 1000));
afterEach(async () => {
  salesforce.streamingFault = undefined;
  for (const client of clients.splice(0)) await client.disconnect();
});

/** jsforce's streaming client with its two extensions; `failures` receives what AuthFailure is told. */
function connect(replayId: number, accessToken = salesforce.issueToken().accessToken) {
  const connection = new jsforce.Connection({ version: '66.0', instanceUrl: salesforce.url, accessToken });
  const failures: { readonly error?: string }[] = [];
  let fail: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => {
    fail = resolve;
  });
  const client = connection.streaming.createClient([
    new StreamingExtension.AuthFailure((message: { readonly error?: string }) => {
      failures.push(message);
      fail();
    }),
    new StreamingExtension.Replay(LEADS, replayId),
  ]) as Client;
  clients.push(client);
  return { client, failures, failed };
}

interface Received {
  readonly payload: { readonly Company?: string };
}

/** Collects the companies of the leads a client is told of, and waits for a number of them. */
async function receive(client: Client) {
  const companies: (string | undefined)[] = [];
  let told: () => void = () => undefined;
  await client.subscribe(LEADS, ({ payload }: Received) => {
    companies.push(payload.Company);
    told();
  });
  return async (count: number) => {
    while (companies.length < count)
      await new Promise<void>((resolve) => {
        told = resolve;
      });
    return companies;
  };
}

const lead = (Company: string) => salesforce.insert('Lead', { LastName: 'L', Company });

describe("jsforce's streaming client", () => {
  test('gets retained events, then new ones, and goes on after the last one when it shakes hands again', async () => {
    lead('1');
    lead('2');
    const received = await receive(connect(-2).client);
    expect(await received(2)).toEqual(['1', '2']);
    lead('3');
    expect(await received(3)).toEqual(['1', '2', '3']);
    salesforce.streamingFault = 'unknown client';
    salesforce.intercept(({ body }) => {
      if (body.includes('/meta/handshake')) salesforce.streamingFault = undefined;
      return undefined;
    });
    lead('4');
    expect(await received(4)).toEqual(['1', '2', '3', '4']);
    salesforce.intercept(undefined);
  });

  test('is told why a subscription is refused', async () => {
    await expect(connect(7).client.subscribe(LEADS, () => undefined)).rejects.toMatchObject({
      message: expect.stringMatching(/^400::The replayId \{7\} you provided was invalid\. {2}Please/),
    });
  });

  test('tells its AuthFailure extension of a bad token at the handshake', async () => {
    const { client, failures, failed } = connect(-1, 'stale');
    client.subscribe(LEADS, () => undefined);
    await failed;
    expect(failures).toMatchObject([{ channel: '/meta/handshake', error: '403::Handshake denied' }]);
  });

  test('tells its AuthFailure extension when the login session ends while it listens', async () => {
    const { client, failures, failed } = connect(-1);
    const received = await receive(client);
    lead('before');
    expect(await received(1)).toEqual(['before']);
    salesforce.expireSessions();
    await failed;
    expect(failures).toMatchObject([{ channel: '/meta/connect', error: '401::Authentication invalid' }]);
    await expect(clients.pop()?.disconnect()).rejects.toMatchObject({ message: 'Authentication invalid' });
  });

  test('first asks for a WebSocket, and lives with the refusal', async () => {
    salesforce.forget();
    const received = await receive(connect(-1).client);
    lead('polled');
    expect(await received(1)).toEqual(['polled']);
    expect(salesforce.calls.some(({ method, headers }) => method === 'GET' && headers.has('upgrade'))).toBe(
      true,
    );
  });
});
