import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mapHost } from '../../map-host.ts';
import { CHANNELS, PEOPLE } from '../sample-workspace.ts';
import { type SlackStandIn, startSlack } from '../slack.ts';
import { type RequestUrl, startRequestUrl } from './request-url.ts';
import { signatureOf } from './sign.ts';

const { leadership } = CHANNELS;
const { vera, kim } = PEOPLE;
let slack: SlackStandIn;
let app: RequestUrl;
beforeEach(async () => {
  [slack, app] = await Promise.all([startSlack(), startRequestUrl()]);
});
afterEach(async () => {
  await slack.close();
  await app.server.close();
});

const choose = (ts: string, user: string = vera.id) =>
  slack.sendShortcut(app.receiver, { callbackId: 'sf_capture', user, channel: leadership, ts });
const payload = () => JSON.parse(app.lastForm().payload ?? '{}');

describe('a message shortcut', () => {
  it('carries the whole message in the payload of a signed form', async () => {
    const parent = slack.postAs(vera.id, leadership, 'Renewal & budget');
    const ts = slack.postAs(vera.id, leadership, 'Agreed', { threadTs: parent });
    expect(await choose(ts)).toEqual({ shown: 'nothing' });
    const call = app.server.calls.at(-1);
    expect(Object.keys(app.lastForm())).toEqual(['payload']);
    expect(call?.headers.get('x-slack-signature')).toBe(
      signatureOf(slack.signingSecret, slack.clock.now() / 1000, call?.body ?? ''),
    );
    expect(payload()).toEqual({
      type: 'message_action',
      token: expect.any(String),
      action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      team: { id: 'T00ACME001', domain: 'acme' },
      user: { id: vera.id, name: 'vera', username: 'vera', team_id: 'T00ACME001' },
      channel: { id: leadership, name: 'leadership' },
      api_app_id: 'A00DEALWIR',
      is_enterprise_install: false,
      callback_id: 'sf_capture',
      trigger_id: expect.any(String),
      response_url: expect.stringMatching(/^https:\/\/hooks\.slack\.com\/actions\//),
      message_ts: ts,
      message: { type: 'message', user: vera.id, ts, text: 'Agreed', thread_ts: parent },
    });
  });

  it('can be answered by its response_url', async () => {
    await choose(slack.postAs(vera.id, leadership, 'x'));
    const response = await fetch(mapHost(slack.hosts, payload().response_url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Saved to Acme' }),
    });
    expect(response.status).toBe(200);
    expect(slack.ephemerals()).toMatchObject([{ to: vera.id, channel: leadership, text: 'Saved to Acme' }]);
  });

  it('shows an error when it is not acknowledged in three seconds', async () => {
    const ts = slack.postAs(vera.id, leadership, 'x');
    app.answer(() => {
      slack.clock.advance(3001);
      return new Response(null);
    });
    expect(await choose(ts)).toEqual({ shown: 'error', error: 'operation_timeout' });
    app.answer(() => new Response(null, { status: 410 }));
    expect(await choose(ts)).toEqual({ shown: 'error', error: 'http_error' });
  });

  it('needs a message that the person can see', async () => {
    const ts = slack.postAs(vera.id, leadership, 'x');
    await expect(choose(ts, kim.id)).rejects.toThrow('is not in a channel');
    await expect(choose('1.000001')).rejects.toThrow('there is no message 1.000001');
  });
});
