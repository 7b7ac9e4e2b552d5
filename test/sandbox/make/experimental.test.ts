import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appOf } from './app-of.ts';
import { type Echo, startEcho } from './echo.ts';
import { EXPERIMENTAL, type ExperimentalId } from './experimental.ts';
import { openScenario } from './open-scenario.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { readIncoming } from './webhook/incoming.ts';

let echo: Echo;
beforeAll(async () => {
  echo = await startEcho();
});
afterAll(() => echo.server.close());

const posted = (body: string, contentType = 'text/xml; charset=utf-8') =>
  new Request('https://hook.test/abc', {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
const bodyOf = async (xml: string, contentType?: string) =>
  (await readIncoming(posted(xml, contentType))).body;

/** What runs each experimental construct, so that none is listed that does not work. */
const CASES: Readonly<Record<ExperimentalId, () => Promise<unknown>>> = {
  'webhook-xml': () => bodyOf('<a>1</a>'),
};

it.each(Object.keys(EXPERIMENTAL) as ExperimentalId[])('%s runs', async (id) => {
  await expect(CASES[id]()).resolves.toBeDefined();
});

it.each(Object.entries(EXPERIMENTAL))('%s says what, why and how to confirm it', (_, entry) => {
  expect(entry.construct.length).toBeGreaterThan(2);
  expect(`${entry.reason} ${entry.confirm}`).toMatch(/\. .+\.$/);
});

describe('XML in a call of a webhook', () => {
  it.each([
    ['a text node', '<a>x</a>', { a: ['x'] }],
    ['nodes of one name', '<a><b>1</b><b>2</b></a>', { a: [{ b: ['1', '2'] }] }],
    ['text with attributes', '<a k="v">x</a>', { a: [{ _attributes: { k: 'v' }, _value: 'x' }] }],
    ['attributes alone', '<a k="v"/>', { a: [{ _attributes: { k: 'v' } }] }],
    ['attributes beside nodes', '<a k="v"><b>x</b></a>', { a: [{ _attributes: { k: 'v' }, b: ['x'] }] }],
    [
      'prefixes',
      '<p:a xmlns:p="u"><p:b>x</p:b></p:a>',
      { 'p:a': [{ _attributes: { 'xmlns:p': 'u' }, 'p:b': ['x'] }] },
    ],
    ['blanks between nodes', '<a>\n  <b>x</b>\n</a>', { a: [{ b: ['x'] }] }],
    ['blanks of a text', '<a> x </a>', { a: [' x '] }],
    ['entities, character references and CDATA', '<a>&lt;&#233;<![CDATA[&amp;]]></a>', { a: ['<é&amp;'] }],
    ['a declaration and a comment', '<?xml version="1.0"?><!-- c --><a>x</a>', { a: ['x'] }],
  ])('reads %s', async (_, xml, body) => {
    expect(await bodyOf(xml)).toEqual(body);
  });

  it.each(['application/xml', 'application/soap+xml'])('knows it by the type %s', async (type) => {
    expect(await bodyOf('<a>x</a>', type)).toEqual({ a: ['x'] });
  });

  it.each([
    ['an end that is missing', '<a><b>x</b>', 'xml-malformed'],
    ['ends in the wrong order', '<a><b>x</a></b>', 'xml-malformed'],
    ['a text alone', 'x', 'xml-malformed'],
    ['two roots', '<a>x</a><b>x</b>', 'xml-malformed'],
    ['an entity nobody declared', '<a>&nbsp;</a>', 'xml-malformed'],
    ['a document type', '<!DOCTYPE a><a>x</a>', 'xml-malformed'],
    [
      'an entity that is declared',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
      'xml-malformed',
    ],
    ['an empty node without attributes', '<a><b/></a>', 'xml-node'],
    ['text beside nodes', '<a>x<b>y</b></a>', 'xml-node'],
    ['a node named like the rule’s own', '<a><_value>x</_value></a>', 'xml-node'],
  ])('is refused for %s', async (_, xml, id) => {
    await expect(bodyOf(xml)).rejects.toMatchObject({ name: 'MakeRefusal', id });
  });

  it('of an outbound message becomes one item per notification, and the reply is the acknowledgement', async () => {
    const ack = '<Ack>true</Ack>';
    const app = appOf({
      webhook: {
        outbound: {
          webhookType: 'web',
          code: {
            communication: {
              respond: { type: 'text', headers: { 'content-type': 'text/xml' }, body: ack },
              iterate: '{{body.`soapenv:Envelope`[].`soapenv:Body`[].notifications[].Notification}}',
              output: {
                id: '{{item.sObject[].`sf:Id`[]}}',
                type: '{{item.sObject[]._attributes.`xsi:type`}}',
              },
            },
          },
        },
      },
    });
    const notification = (id: string) =>
      `<Notification><Id>04l${id}</Id><sObject xsi:type="sf:Opportunity" xmlns:sf="urn:x"><sf:Id>${id}</sf:Id></sObject></Notification>`;
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">
          <SessionId xsi:nil="true"/>${notification('006A')}${notification('006B')}
        </notifications></soapenv:Body>
      </soapenv:Envelope>`;
    const run = { app, world: echo.world };
    expect(receiveWebhook(run, 'outbound', {}, await readIncoming(posted(xml)))).toEqual({
      reply: { status: 200, headers: { 'content-type': 'text/xml' }, body: ack },
      items: [
        { id: '006A', type: 'sf:Opportunity' },
        { id: '006B', type: 'sf:Opportunity' },
      ],
    });
  });

  it('is refused by the custom webhook, whose bundle nothing describes then', async () => {
    const scenario = openScenario({
      blueprint: {
        name: 'Hook',
        flow: [{ id: 1, module: 'gateway:CustomWebHook', version: 1, parameters: {}, mapper: {} }],
        metadata: {
          instant: true,
          version: 1,
          scenario: {
            roundtrips: 1,
            maxErrors: 3,
            autoCommit: true,
            sequential: false,
            dataloss: false,
            dlq: false,
          },
          designer: {},
        },
      },
      world: echo.world,
    });
    await expect(scenario.receive(posted('<a>x</a>'))).rejects.toMatchObject({ id: 'hook-input' });
  });
});
