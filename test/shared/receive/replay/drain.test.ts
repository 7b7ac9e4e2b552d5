import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type DrainOptions, drain, REPLAY } from '../../../../shared/receive/replay/drain.ts';
import { realWait } from '../../../sandbox/salesforce/cometd/streaming.ts';
import { type SalesforceStandIn, startSalesforce } from '../../../sandbox/salesforce/salesforce.ts';

const LEADS = '/data/LeadChangeEvent';

let salesforce: SalesforceStandIn;
beforeAll(async () => {
  salesforce = await startSalesforce({
    wait: (milliseconds, signal) => realWait(milliseconds / 100, signal),
  });
});
afterEach(() => {
  salesforce.streamingFault = undefined;
  salesforce.intercept(undefined);
  salesforce.clock.advance(100 * 60 * 60 * 1000);
});
afterAll(() => salesforce.close());

const lead = (Company: string) => salesforce.insert('Lead', { LastName: 'L', Company });
const read = (options: Partial<DrainOptions> = {}) =>
  drain({
    instanceUrl: salesforce.url,
    accessToken: salesforce.issueToken().accessToken,
    channel: LEADS,
    from: REPLAY.all,
    quiet: 150,
    longest: 2000,
    ...options,
  });
const companies = (events: readonly { readonly payload: Readonly<Record<string, unknown>> }[]) =>
  events.map(({ payload }) => payload.Company);

describe('A short session', () => {
  it('brings what is retained, and from an id only what came after it', async () => {
    lead('a');
    lead('b');
    const { events, expired } = await read();
    expect([companies(events), expired]).toEqual([['a', 'b'], false]);
    lead('c');
    expect(companies((await read({ from: events[0]?.replayId ?? 0 })).events)).toEqual(['b', 'c']);
    expect(companies((await read({ from: events[1]?.replayId ?? 0 })).events)).toEqual(['c']);
  });

  it('is empty on a quiet channel', async () => {
    expect(await read()).toEqual({ events: [], expired: false });
  });

  it('leaves, so that the org does not count it as a client any longer', async () => {
    salesforce.limits.streamingClients = 1;
    lead('a');
    await read();
    expect(companies((await read()).events)).toEqual(['a']);
    salesforce.limits.streamingClients = 1000;
  });

  it('tells when Salesforce no longer knows the id', async () => {
    expect(await read({ from: 7 })).toEqual({ events: [], expired: true });
  });

  it('goes on where it was when the server forgets the client in between', async () => {
    lead('a');
    lead('b');
    let connects = 0;
    salesforce.intercept(({ body }) => {
      if (!body.includes('/meta/connect')) return undefined;
      connects += 1;
      salesforce.streamingFault = connects === 2 ? 'unknown client' : undefined;
      return undefined;
    });
    const { events } = await read({ quiet: 400 });
    expect(companies(events)).toEqual(['a', 'b']);
    expect(connects).toBeGreaterThan(2);
  });

  it('ends without events when the stream stalls', async () => {
    lead('a');
    salesforce.streamingFault = 'stalled';
    expect(await read()).toEqual({ events: [], expired: false });
  });

  it.each([
    ['the token is not valid', { accessToken: 'stale' }, undefined, 'SalesforceSessionExpiredError'],
    ['the session is refused in between', {}, 'authentication invalid', 'SalesforceSessionExpiredError'],
    ['every request is answered 503', {}, 'unavailable', 'SalesforceUnavailableError'],
    ['the channel is not there', { channel: '/data/NopeChangeEvent' }, undefined, 'SalesforceRefusedError'],
  ] as const)('says so when %s', async (_what, options, fault, name) => {
    salesforce.streamingFault = fault;
    await expect(read(options)).rejects.toMatchObject({ name });
  });

  it('says so when too many clients are connected, and when the events of the day are used up', async () => {
    salesforce.limits.streamingClients = 0;
    await expect(read()).rejects.toMatchObject({ name: 'SalesforceUnavailableError' });
    salesforce.limits.streamingClients = 1000;
    salesforce.limits.deliveredEvents = 0;
    await expect(read()).rejects.toMatchObject({ name: 'SalesforceLimitedError' });
    salesforce.limits.deliveredEvents = 50_000;
  });
});
