import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { appOf } from './app-of.ts';
import { attachWebhook, detachWebhook, type Hook } from './attach-webhook.ts';
import { type Echo, startEcho } from './echo.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { runInstantTrigger } from './run-module.ts';
import { readIncoming } from './webhook/incoming.ts';

let echo: Echo;
beforeAll(async () => {
  echo = await startEcho();
});
afterAll(() => echo.server.close());

const app = appOf({
  base: { baseUrl: 'https://api.test', headers: { authorization: 'Bearer {{connection.token}}' } },
  webhook: {
    push: {
      webhookType: 'web',
      code: {
        communication: {
          verification: {
            condition: "{{body.type = 'url_verification'}}",
            respond: { type: 'text', body: '{{body.challenge}}' },
          },
          condition: '{{headers.`x-secret` = parameters.secret}}',
          respond: { status: 202, body: { received: '{{length(body.events)}}' } },
          iterate: { container: '{{body.events}}', condition: "{{item.kind = 'won'}}" },
          output: { recordId: '{{item.id}}' },
        },
        attach: {
          url: '/hooks',
          method: 'POST',
          body: { url: '{{webhook.url}}' },
          response: { data: { externalHookId: '{{body.id}}' } },
        },
        detach: { url: '/hooks/{{webhook.externalHookId}}', method: 'DELETE' },
      },
    },
  },
  module: {
    onPush: {
      moduleType: 'instant_trigger',
      webhook: 'push',
      code: { communication: { response: { output: { id: '{{payload.recordId}}' } } } },
    },
    onRaw: { moduleType: 'instant_trigger', webhook: 'push', code: { communication: {} } },
  },
});
const run = () => ({ app, world: echo.world, connection: { token: 'x' } });
const receive = async (body: unknown, headers: Record<string, string> = {}) => {
  const request = new Request('https://hook.test/abc', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return receiveWebhook(run(), 'push', { secret: 's3' }, await readIncoming(request));
};

it('A verification is answered and starts nothing.', async () => {
  expect(await receive({ type: 'url_verification', challenge: 'abc' })).toEqual({
    reply: { status: 200, headers: { 'content-type': 'text/plain' }, body: 'abc' },
    items: [],
  });
});

it('A request whose condition is false starts nothing, and its reply is left open.', async () => {
  expect(await receive({ events: [] }, { 'x-secret': 'wrong' })).toEqual({ reply: undefined, items: [] });
});

it('An accepted request gives the declared reply and one item per event that passes.', async () => {
  const events = [
    { id: '1', kind: 'won' },
    { id: '2', kind: 'lost' },
    { id: '3', kind: 'won' },
  ];
  expect(await receive({ events }, { 'x-secret': 's3' })).toEqual({
    reply: { status: 202, headers: { 'content-type': 'application/json' }, body: '{"received":3}' },
    items: [{ recordId: '1' }, { recordId: '3' }],
  });
});

it('A form is read as texts, so that JSON in one of its fields stays text.', async () => {
  const payload = JSON.stringify({ type: 'message_action' });
  const request = new Request('https://hook.test/abc?source=slack', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams({ payload, text: '12' }).toString(),
  });
  expect(await readIncoming(request)).toMatchObject({
    method: 'POST',
    query: { source: 'slack' },
    body: { payload, text: '12' },
  });
});

it('A webhook sees the query, and may refuse what lacks its secret there.', async () => {
  const guarded = appOf({
    webhook: {
      push: {
        webhookType: 'web',
        code: {
          communication: {
            condition: '{{query.secret = parameters.secret}}',
            respond: {
              type: 'urlencoded',
              status: 201,
              headers: { 'X-Kind': '{{method}}' },
              body: { ok: 1 },
            },
            output: { text: '{{body.text}}', kind: '{{query.kind}}' },
          },
        },
      },
    },
  });
  const call = async (query: string) =>
    receiveWebhook(
      { app: guarded, world: echo.world },
      'push',
      { secret: 's3' },
      await readIncoming(
        new Request(`https://hook.test/abc?${query}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'text=hello',
        }),
      ),
    );
  expect(await call('secret=wrong')).toEqual({ reply: undefined, items: [] });
  expect(await call('secret=s3&kind=deal')).toEqual({
    reply: {
      status: 201,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-kind': 'POST' },
      body: 'ok=1',
    },
    items: [{ text: 'hello', kind: 'deal' }],
  });
});

it('An instant trigger runs once per item and sees it as payload; without communication it passes the item on.', async () => {
  expect(await runInstantTrigger(run(), 'onPush', {}, { recordId: '1' })).toEqual([{ id: '1' }]);
  expect(await runInstantTrigger(run(), 'onRaw', {}, { recordId: '1' })).toEqual([{ recordId: '1' }]);
});

it('Attaching announces the URL with the authorisation of Base and keeps what detaching needs.', async () => {
  echo.server.forget();
  echo.answer({ id: 'h-1' });
  const hook: Hook = { id: '1', url: 'https://hook.test/abc', parameters: {}, data: {} };
  const attached = await attachWebhook(run(), 'push', hook);
  await detachWebhook(run(), 'push', attached);
  expect(attached.data).toEqual({ externalHookId: 'h-1' });
  expect(
    echo.server.calls.map(({ method, path, headers }) => [method, path, headers.get('authorization')]),
  ).toEqual([
    ['POST', '/hooks', 'Bearer x'],
    ['DELETE', '/hooks/h-1', 'Bearer x'],
  ]);
  expect(JSON.parse(echo.server.calls[0]?.body ?? '')).toEqual({ url: 'https://hook.test/abc' });
});
