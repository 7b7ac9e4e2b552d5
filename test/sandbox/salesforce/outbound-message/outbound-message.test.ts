import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Server, serve } from '../../serve.ts';
import { badRequest } from '../error.ts';
import { type SalesforceStandIn, startSalesforce } from '../salesforce.ts';
import { DEMO_DEAL } from '../sample-org/opportunity.ts';
import { KIM } from '../sample-org/user.ts';
import type { OutboundMessage } from './outbound-message.ts';

const ENDPOINT = 'https://hook.eu1.make.example';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const acknowledge = (ack: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>${ack}</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>`;
const accept = () => new Response(acknowledge('true'));

let hook: Server;
let salesforce: SalesforceStandIn;
let answer: () => Response = accept;
beforeAll(async () => {
  hook = await serve('hook', async () => answer());
});
afterAll(() => hook.close());

const won: OutboundMessage = {
  name: 'Dealwire_Won',
  object: 'Opportunity',
  fields: [
    'Id',
    'Name',
    'StageName',
    'Amount',
    'IsWon',
    'PushCount',
    'CloseDate',
    'NextStep',
    'LastModifiedDate',
  ],
  endpointUrl: `${ENDPOINT}/abc`,
  entry: (row, before) => row.IsWon === true && before?.IsWon !== true,
};

beforeEach(async () => {
  hook.forget();
  answer = accept;
  salesforce = await startSalesforce({ hosts: { [ENDPOINT]: hook.url } });
  salesforce.outboundMessages.define(won);
});
afterEach(() => salesforce.close());

const deal = (Name = 'D', StageName = 'Closed Won') =>
  salesforce.insert('Opportunity', { Name, StageName, CloseDate: '2026-12-31' });
const bodies = async () => {
  await salesforce.settled();
  return hook.calls.map(({ body }) => body);
};
const all = (text: string | undefined, element: string) =>
  [...(text ?? '').matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, inner]) => inner);
const statuses = () => salesforce.outboundMessages.notifications.map(({ status }) => status);
/** Lets so much time pass and sends what is due. */
const later = async (milliseconds: number) => {
  salesforce.clock.advance(milliseconds);
  await salesforce.outboundMessages.sendDue();
};

describe('an outbound message', () => {
  test('is sent as SOAP after a record met the entry test', async () => {
    salesforce.update('Opportunity', DEMO_DEAL, {
      StageName: 'Closed Won',
      Name: `<b>"R&D's"</b>`,
      NextStep: null,
      Amount: 75_000.5,
    });
    const [body] = await bodies();
    expect(body?.split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      ' <soapenv:Body>',
      '  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">',
      '   <OrganizationId>00Dxx0000000001EAA</OrganizationId>',
      expect.stringMatching(/^ {3}<ActionId>04k\w{15}<\/ActionId>$/),
      '   <SessionId xsi:nil="true"/>',
      `   <EnterpriseUrl>${salesforce.url}/services/Soap/c/66.0/00Dxx0000000001</EnterpriseUrl>`,
      `   <PartnerUrl>${salesforce.url}/services/Soap/u/66.0/00Dxx0000000001</PartnerUrl>`,
      '   <Notification>',
      expect.stringMatching(/^ {4}<Id>04l\w{15}<\/Id>$/),
      `    <sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>${DEMO_DEAL}</sf:Id><sf:Name>&lt;b&gt;&quot;R&amp;D&apos;s&quot;&lt;/b&gt;</sf:Name><sf:StageName>Closed Won</sf:StageName><sf:Amount>75000.5</sf:Amount><sf:IsWon>true</sf:IsWon><sf:PushCount>0</sf:PushCount><sf:CloseDate>2025-09-30</sf:CloseDate><sf:LastModifiedDate>2026-11-20T22:00:00.000Z</sf:LastModifiedDate></sObject>`,
      '   </Notification>',
      '  </notifications>',
      ' </soapenv:Body>',
      '</soapenv:Envelope>',
    ]);
    const [call] = hook.calls;
    expect([
      call?.method,
      call?.path,
      call?.headers.get('content-type'),
      call?.headers.get('soapaction'),
    ]).toEqual(['POST', '/abc', 'text/xml; charset=utf-8', '""']);
    expect(statuses()).toEqual(['delivered']);
    await later(24 * HOUR);
    expect(hook.calls).toHaveLength(1);
  });

  test('is sent once per entry, again after a re-entry, and for a record that is created that way', async () => {
    const change = (StageName: string) => salesforce.update('Opportunity', DEMO_DEAL, { StageName });
    change('Closed Won');
    salesforce.update('Opportunity', DEMO_DEAL, { Amount: 1 });
    await salesforce.settled();
    change('Prospecting');
    change('Closed Won');
    const id = deal();
    await bodies();
    expect(salesforce.outboundMessages.notifications.map(({ recordId }) => recordId)).toEqual([
      DEMO_DEAL,
      DEMO_DEAL,
      id,
    ]);
  });

  test('tells of up to 100 records at once, and of one record of a transaction once', async () => {
    const ids = salesforce.transaction(() => {
      const created = Array.from({ length: 101 }, (_unused, number) => deal(`D${number}`));
      salesforce.update('Opportunity', created[0] ?? '', { StageName: 'Prospecting' });
      salesforce.update('Opportunity', created[0] ?? '', { StageName: 'Closed Won' });
      return created;
    });
    const sent = (await bodies()).map((body) => all(body, 'sf:Id'));
    expect(sent.map(({ length }) => length).sort()).toEqual([1, 100]);
    expect(sent.flat().sort()).toEqual([...ids].sort());
  });

  test('says nothing of a transaction that was rolled back, and of other objects', async () => {
    salesforce.onWrite(({ values }) => (values.Name === 'no' ? badRequest('X', 'refused') : undefined));
    expect(() => salesforce.transaction(() => [deal(), deal('no')])).toThrow('refused');
    salesforce.insert('Case', { Subject: 'x' });
    const id = salesforce.insert('Account', { Name: 'A', OwnerId: KIM });
    salesforce.remove('Account', id);
    expect(await bodies()).toEqual([]);
  });

  test.each([
    ['false', () => new Response(acknowledge('false'))],
    ['an answer without Ack', () => new Response('Accepted')],
    ['JSON that speaks of an Ack', () => Response.json({ Ack: true })],
    ['an Ack with an error status', () => new Response(acknowledge('true'), { status: 500 })],
  ])('is not acknowledged by %s', async (_what, refuse) => {
    answer = refuse;
    deal();
    await bodies();
    expect(salesforce.outboundMessages.notifications).toMatchObject([{ status: 'pending', attempts: 1 }]);
  });

  test('is not acknowledged by silence', async () => {
    hook.intercept(() => 'before');
    deal();
    await bodies();
    hook.intercept(undefined);
    expect(statuses()).toEqual(['pending']);
  });

  test.each(['true', ' true\n'])('is acknowledged by Ack %j, under any prefix', async (ack) => {
    answer = () => new Response(acknowledge(ack).replaceAll('Ack>', 'out:Ack>'));
    deal();
    await bodies();
    expect(statuses()).toEqual(['delivered']);
  });
});

describe('a message that is not acknowledged', () => {
  test('is sent again in growing gaps of up to two hours, for a day, with the same ids', async () => {
    answer = () => new Response('no');
    deal();
    await salesforce.settled();
    const { queued } = salesforce.outboundMessages.notifications[0] ?? { queued: 0 };
    const sentAt = [0];
    for (let elapsed = 0; elapsed < 30 * HOUR; elapsed += MINUTE / 2) {
      const before = hook.calls.length;
      await later(MINUTE / 2);
      if (hook.calls.length > before) sentAt.push(salesforce.clock.now() - queued);
    }
    const gaps = sentAt.slice(1).map((at, position) => at - (sentAt[position] ?? 0));
    expect(gaps.slice(0, 4)).toEqual([MINUTE / 2, MINUTE, 2 * MINUTE, 4 * MINUTE]);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(Math.max(...gaps)).toBe(2 * HOUR);
    expect(sentAt.at(-1)).toBeLessThanOrEqual(24 * HOUR);
    expect(sentAt.at(-1)).toBeGreaterThan(22 * HOUR);
    expect(statuses()).toEqual(['given up']);
    expect(new Set(hook.calls.map(({ body }) => all(body, 'Id')[0])).size).toBe(1);
  });

  test('is overtaken by later ones, and tells the record as it is when sent', async () => {
    answer = () => new Response('no');
    const first = deal('first');
    await bodies();
    answer = accept;
    deal('second');
    expect(all((await bodies()).at(-1), 'sf:Name')).toEqual(['second']);
    salesforce.update('Opportunity', first, { Name: 'renamed', StageName: 'Closed Lost' });
    await later(MINUTE);
    const last = (await bodies()).at(-1);
    expect([all(last, 'sf:Name'), all(last, 'sf:StageName')]).toEqual([['renamed'], ['Closed Lost']]);
  });

  test('tells nothing of a record that was deleted meanwhile', async () => {
    answer = () => new Response('no');
    const id = deal();
    await bodies();
    salesforce.remove('Opportunity', id);
    answer = accept;
    await later(MINUTE);
    expect((await bodies()).at(-1)).toContain(
      '<sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"></sObject>',
    );
    expect(statuses()).toEqual(['delivered']);
  });

  test('is not sent before it is due', async () => {
    answer = () => new Response('no');
    deal();
    await bodies();
    await later(MINUTE / 2 - 1);
    expect(hook.calls).toHaveLength(1);
    await later(1);
    expect(hook.calls).toHaveLength(2);
  });
});

test('a message of an unknown object or field cannot be set up', () => {
  const { outboundMessages } = salesforce;
  expect(() => outboundMessages.define({ ...won, object: 'Nope' })).toThrow('This org has no object Nope.');
  expect(() => outboundMessages.define({ ...won, fields: ['Account.Name'] })).toThrow(
    'Opportunity has no field Account.Name.',
  );
});
