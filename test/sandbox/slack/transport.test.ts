import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { METHODS } from './methods.ts';
import { CHANNELS, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';

let slack: SlackStandIn;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json; charset=utf-8';

async function call(
  method: string,
  options: { verb?: string; type?: string; body?: string; query?: string; token?: string },
) {
  const { verb = 'POST', type, body, query = '', token = slack.token } = options;
  const answer = await fetch(`${slack.url}/api/${method}${query}`, {
    method: verb,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(body === undefined ? {} : { body: type === undefined ? Buffer.from(body) : body }),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return (await answer.json()) as Record<string, unknown>;
}

describe('a read method', () => {
  const email = encodeURIComponent(PEOPLE.kim.email);

  it('takes its arguments from a GET query and from a form', async () => {
    const found = { ok: true, user: { id: PEOPLE.kim.id } };
    expect(await call('users.lookupByEmail', { verb: 'GET', query: `?email=${email}` })).toMatchObject(found);
    expect(await call('users.lookupByEmail', { type: FORM, body: `email=${email}` })).toMatchObject(found);
  });

  it('ignores a JSON body', async () => {
    const body = JSON.stringify({ email: PEOPLE.kim.email });
    expect(await call('users.lookupByEmail', { type: JSON_TYPE, body })).toEqual({
      ok: false,
      error: 'users_not_found',
    });
  });

  it.each(
    [...METHODS.values()].filter(({ verb }) => verb === 'GET').map(({ name }) => name),
  )('answers GET: %s', async (name) => {
    expect(await call(name, { verb: 'GET' })).not.toMatchObject({ error: 'unknown_method' });
  });
});

describe('a write method', () => {
  const message = {
    channel: CHANNELS.general,
    text: 'x',
    blocks: [{ type: 'divider' }],
    reply_broadcast: false,
  };

  it('takes JSON and a form with JSON inside', async () => {
    expect(await call('chat.postMessage', { type: JSON_TYPE, body: JSON.stringify(message) })).toMatchObject({
      ok: true,
    });
    const form = new URLSearchParams({
      channel: message.channel,
      text: 'x',
      blocks: JSON.stringify(message.blocks),
    });
    expect(await call('chat.postMessage', { type: FORM, body: String(form) })).toMatchObject({ ok: true });
    expect(slack.messages().map(({ blocks }) => blocks)).toEqual([message.blocks, message.blocks]);
  });

  it('takes yes and no as JSON values and as text', async () => {
    const create = { name: 'deal-a', is_private: true };
    expect(
      await call('conversations.create', { type: JSON_TYPE, body: JSON.stringify(create) }),
    ).toMatchObject({
      channel: { is_private: true },
    });
    expect(
      await call('conversations.create', { type: FORM, body: 'name=deal-b&is_private=false' }),
    ).toMatchObject({
      channel: { is_private: false },
    });
  });

  it('refuses a body it cannot read', async () => {
    const refused = async (type: string | undefined, body: string) =>
      (await call('conversations.create', { ...(type ? { type } : {}), body })).error;
    expect(await refused('text/plain', 'name=x')).toBe('invalid_post_type');
    expect(await refused(undefined, 'name=x')).toBe('missing_post_type');
    expect(await refused(JSON_TYPE, '{')).toBe('invalid_arguments');
    expect(await refused(JSON_TYPE, '[]')).toBe('invalid_arguments');
    expect(await refused(JSON_TYPE, '{"name":["x"]}')).toBe('invalid_array_arg');
    expect((await call('chat.postMessage', { verb: 'GET', query: '?channel=x' })).error).toBe(
      'invalid_arguments',
    );
  });
});

describe('any method', () => {
  it('is auth.test by GET too', async () => {
    expect(await call('auth.test', { verb: 'GET' })).toMatchObject({ ok: true, user_id: slack.botUserId });
  });

  it('takes the token as a form field', async () => {
    const body = `token=${slack.token}`;
    expect(await call('auth.test', { token: '', type: FORM, body })).toMatchObject({ ok: true });
  });

  it('answers unknown_method when it does not exist', async () => {
    expect(await call('conversations.lookupByName', { type: FORM, body: 'name=x' })).toEqual({
      ok: false,
      error: 'unknown_method',
      req_method: 'conversations.lookupByName',
    });
  });

  it('is kept in the call log', async () => {
    await call('auth.test', {});
    expect(slack.calls.map(({ service, path }) => [service, path])).toEqual([['slack', '/api/auth.test']]);
    slack.forget();
    expect(slack.calls).toEqual([]);
  });
});

describe('the root page', () => {
  it('is emulate’s inspector with the messages', async () => {
    slack.postAs(PEOPLE.kim.id, CHANNELS.general, 'Hello from Kim');
    expect(await (await fetch(`${slack.url}/?channel=${CHANNELS.general}`)).text()).toContain(
      'Hello from Kim',
    );
  });

  it('has no other pages beside it', async () => {
    expect((await fetch(`${slack.url}/elsewhere`)).status).toBe(404);
  });
});
