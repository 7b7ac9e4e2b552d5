import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mapHost } from '../../map-host.ts';
import { CHANNELS, DEACTIVATED, PEOPLE } from '../sample-workspace.ts';
import { type SlackStandIn, startSlack } from '../slack.ts';
import { type RequestUrl, startRequestUrl } from './request-url.ts';
import { signatureOf } from './sign.ts';

const { general, leadership } = CHANNELS;
const { kim, vera } = PEOPLE;
let slack: SlackStandIn;
let app: RequestUrl;
beforeEach(async () => {
  [slack, app] = await Promise.all([startSlack(), startRequestUrl()]);
});
afterEach(async () => {
  await slack.close();
  await app.server.close();
});

const type = (text = 'acct Acme & Sons', more: object = {}) =>
  slack.sendCommand(app.receiver, { command: '/sf', text, user: kim.id, channel: general, ...more });
const json = (answer: unknown) => app.answer(() => Response.json(answer));

describe('a slash command', () => {
  it('is a signed form with what was typed, where and by whom', async () => {
    await type();
    const [call] = app.server.calls;
    expect([call?.method, call?.path, call?.headers.get('content-type')]).toEqual([
      'POST',
      '/slack',
      'application/x-www-form-urlencoded',
    ]);
    const timestamp = Number(call?.headers.get('x-slack-request-timestamp'));
    expect(timestamp).toBe(slack.clock.now() / 1000);
    expect(call?.headers.get('x-slack-signature')).toBe(
      signatureOf(slack.signingSecret, timestamp, call?.body ?? ''),
    );
    expect(app.lastForm()).toEqual({
      token: expect.any(String),
      team_id: 'T00ACME001',
      team_domain: 'acme',
      channel_id: general,
      channel_name: 'general',
      user_id: kim.id,
      user_name: 'kim',
      command: '/sf',
      text: 'acct Acme & Sons',
      api_app_id: 'A00DEALWIR',
      is_enterprise_install: 'false',
      response_url: expect.stringMatching(/^https:\/\/hooks\.slack\.com\/commands\/T00ACME001\/\d+\/\w+$/),
      trigger_id: expect.any(String),
    });
  });

  it('hides the name of a private channel and of a direct conversation', async () => {
    await type('', { user: vera.id, channel: leadership });
    expect(app.lastForm()).toMatchObject({ channel_name: 'privategroup', text: '' });
    await fetch(`${slack.url}/api/chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: kim.id, text: 'x' }),
    });
    await type('', { channel: slack.directChannel(kim.id) });
    expect(app.lastForm()).toMatchObject({ channel_name: 'directmessage' });
  });

  it('comes only from people who are there', async () => {
    await expect(type('', { user: DEACTIVATED.id })).rejects.toThrow('nobody active');
    await expect(type('', { channel: leadership })).rejects.toThrow('is not in a channel');
  });

  it('goes only to hosts that are mapped', async () => {
    const receiver = { url: 'https://elsewhere.test/', hosts: {} };
    const command = { command: '/sf', user: kim.id, channel: general };
    await expect(slack.sendCommand(receiver, command)).rejects.toThrow('has no stand-in');
  });
});

describe('what a person sees after a slash command', () => {
  it('is nothing for an empty answer', async () => {
    expect(await type()).toEqual({ shown: 'nothing' });
    expect([slack.ephemerals(), slack.messages()]).toEqual([[], []]);
  });

  it('is a JSON answer, for their eyes alone', async () => {
    json({ text: 'Acme: 3 open deals', blocks: [{ type: 'divider' }] });
    expect(await type()).toEqual({
      shown: 'message',
      visibility: 'ephemeral',
      text: 'Acme: 3 open deals',
      blocks: [{ type: 'divider' }],
    });
    expect(slack.ephemerals()).toMatchObject([{ to: kim.id, channel: general, text: 'Acme: 3 open deals' }]);
    expect(slack.messages()).toEqual([]);
  });

  it('is a JSON answer for the whole channel', async () => {
    json({ response_type: 'in_channel', text: 'Acme' });
    expect(await type()).toMatchObject({ shown: 'message', visibility: 'in_channel' });
    expect(slack.messages(general)).toMatchObject([{ user: slack.botUserId, text: 'Acme' }]);
    expect(slack.ephemerals()).toEqual([]);
  });

  it('is plain text as it is, such as the Accepted of an automation platform', async () => {
    app.answer(() => new Response('Accepted'));
    expect(await type()).toMatchObject({ shown: 'message', visibility: 'ephemeral', text: 'Accepted' });
  });

  it.each([
    ['JSON without a message', () => Response.json({ status: 'success' })],
    ['JSON that is no object', () => Response.json(['x'])],
    ['malformed JSON', () => new Response('{', { headers: { 'content-type': 'application/json' } })],
  ])('is unknown for %s', async (_, answer) => {
    app.answer(answer);
    expect(await type()).toMatchObject({ shown: 'unknown' });
    expect(slack.ephemerals()).toEqual([]);
  });

  it('is an error for blocks that Slack refuses', async () => {
    json({ text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '' } }] });
    expect(await type()).toEqual({ shown: 'error', error: 'invalid_blocks' });
    json({ text: '' });
    expect(await type()).toEqual({ shown: 'error', error: 'no_text' });
    expect(slack.ephemerals()).toEqual([]);
  });

  it('is an error when the answer takes more than three seconds on the clock', async () => {
    app.answer(() => {
      slack.clock.advance(3000);
      return new Response('in time');
    });
    expect(await type()).toMatchObject({ shown: 'message', text: 'in time' });
    app.answer(() => {
      slack.clock.advance(3001);
      return new Response('late');
    });
    expect(await type()).toEqual({ shown: 'error', error: 'operation_timeout' });
    expect(slack.ephemerals()).toHaveLength(1);
  });

  it('is an error without an answer, and for any other status than 200', async () => {
    app.server.intercept(() => 'before');
    expect(await type()).toEqual({ shown: 'error', error: 'operation_timeout' });
    app.server.intercept(undefined);
    app.answer(() => new Response(null, { status: 500 }));
    expect(await type()).toEqual({ shown: 'error', error: 'http_error' });
  });
});

describe('a response_url', () => {
  const answer = async (body: unknown, url = app.lastForm().response_url ?? '') => {
    const response = await fetch(mapHost(slack.hosts, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return [response.status, await response.text()];
  };
  const errorOf = async (body: unknown, url?: string) => {
    const [status, text] = await answer(body, url);
    return [status, JSON.parse(String(text)).error];
  };

  it('answers later, to the person alone unless told otherwise', async () => {
    await type();
    slack.clock.advance(10_000);
    expect(await answer({ text: 'Acme' })).toEqual([200, 'ok']);
    expect(await answer({ text: 'All', response_type: 'in_channel', replace_original: false })).toEqual([
      200,
      'ok',
    ]);
    expect(slack.ephemerals()).toMatchObject([
      { to: kim.id, channel: general, text: 'Acme', ts: '1795212010.000000' },
    ]);
    expect(slack.messages(general)).toMatchObject([{ user: slack.botUserId, text: 'All' }]);
  });

  it('works where the app is no member, and in threads', async () => {
    await type('', { user: vera.id, channel: leadership });
    const parent = slack.postAs(vera.id, leadership, 'parent');
    await answer({ text: 'in thread', response_type: 'in_channel', thread_ts: parent });
    expect(slack.messages(leadership)).toMatchObject([{}, { text: 'in thread', thread_ts: parent }]);
    expect(await errorOf({ text: 'x', thread_ts: '1.000001' })).toEqual([400, 'cannot_reply_to_message']);
  });

  it('takes five answers', async () => {
    await type();
    for (let use = 0; use < 5; use += 1) expect(await answer({ text: `${use}` })).toEqual([200, 'ok']);
    expect(await errorOf({ text: 'one more' })).toEqual([404, 'used_url']);
    expect(slack.ephemerals()).toHaveLength(5);
  });

  it('takes them for thirty minutes', async () => {
    await type();
    slack.clock.advance(30 * 60_000 - 1);
    expect(await answer({ text: 'x' })).toEqual([200, 'ok']);
    slack.clock.advance(1);
    expect(await errorOf({ text: 'x' })).toEqual([404, 'expired_url']);
  });

  it('can be on this machine, for an app that maps no hosts', async () => {
    const receiver = { ...app.receiver, responseOrigin: slack.url };
    await slack.sendCommand(receiver, { command: '/sf', user: kim.id, channel: general });
    const url = app.lastForm().response_url ?? '';
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"x"}',
    });
    expect([url.startsWith(slack.url), response.status]).toEqual([true, 200]);
  });

  it('is one for each command', async () => {
    await type();
    const first = app.lastForm().response_url ?? '';
    await type();
    expect(app.lastForm().response_url).not.toBe(first);
    expect(await errorOf({ text: 'x' }, `${first}x`)).toEqual([404, 'unknown_url']);
  });

  it('checks blocks as strictly as messages, and what it refuses is no use', async () => {
    await type();
    const header = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } };
    const [status, body] = await answer({ text: 'x', blocks: [header] });
    expect([status, JSON.parse(String(body))]).toEqual([
      400,
      {
        ok: false,
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    ]);
    for (const [code, message] of [
      ['no_text', {}],
      ['invalid_arguments', { text: 'x', response_type: 'public' }],
      ['invalid_arguments', { text: 'x', channel: general }],
      ['invalid_arguments', { text: 'x', replace_original: true }],
      ['invalid_arguments', { delete_original: true }],
    ] as const)
      expect(await errorOf(message)).toEqual([400, code]);
    for (let use = 0; use < 5; use += 1) expect(await answer({ text: 'x' })).toEqual([200, 'ok']);
  });

  it('takes JSON by POST only', async () => {
    await type();
    const url = mapHost(slack.hosts, app.lastForm().response_url ?? '');
    const statuses = await Promise.all([
      fetch(url),
      fetch(url, { method: 'POST', body: new URLSearchParams({ text: 'x' }) }),
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' }),
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  });
});

it('An ephemeral message of the Web API can be looked at too.', async () => {
  const body = JSON.stringify({ channel: general, user: kim.id, text: 'psst' });
  await fetch(`${slack.url}/api/chat.postEphemeral`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.token}`, 'content-type': 'application/json' },
    body,
  });
  expect(slack.ephemerals()).toMatchObject([{ to: kim.id, channel: general, text: 'psst' }]);
});
