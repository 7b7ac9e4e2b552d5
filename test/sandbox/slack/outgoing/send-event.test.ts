import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CHANNELS, PEOPLE } from '../sample-workspace.ts';
import { type SlackStandIn, startSlack } from '../slack.ts';
import { clientOf } from '../web-client.ts';
import { type RequestUrl, startRequestUrl } from './request-url.ts';
import { signatureOf } from './sign.ts';

const { general, random } = CHANNELS;
const { kim } = PEOPLE;
let slack: SlackStandIn;
let app: RequestUrl;
beforeEach(async () => {
  [slack, app] = await Promise.all([startSlack(), startRequestUrl()]);
});
afterEach(async () => {
  await slack.close();
  await app.server.close();
});

describe('an event', () => {
  it('of a message is signed JSON that says who, what and where', async () => {
    const ts = slack.postAs(kim.id, general, 'hello');
    expect(await slack.sendEvent(app.receiver, { type: 'message', channel: general, ts })).toEqual({
      eventId: 'Ev000001001',
      taken: true,
      reason: undefined,
    });
    const call = app.server.calls.at(-1);
    expect(call?.headers.get('content-type')).toBe('application/json');
    expect(call?.headers.get('x-slack-signature')).toBe(
      signatureOf(slack.signingSecret, slack.clock.now() / 1000, call?.body ?? ''),
    );
    expect(call?.headers.has('x-slack-retry-num')).toBe(false);
    expect(app.lastJson()).toMatchObject({
      type: 'event_callback',
      team_id: 'T00ACME001',
      api_app_id: 'A00DEALWIR',
      event_id: 'Ev000001001',
      event_time: slack.clock.now() / 1000,
      event: {
        type: 'message',
        channel: general,
        channel_type: 'channel',
        user: kim.id,
        text: 'hello',
        ts,
        event_ts: ts,
      },
    });
  });

  it('of a direct message, a reply and a bot’s own message says so', async () => {
    const posted = await clientOf(slack).chat.postMessage({ channel: kim.id, text: 'x' });
    const direct = slack.directChannel(kim.id) ?? '';
    await slack.sendEvent(app.receiver, { type: 'message', channel: direct, ts: posted.ts ?? '' });
    expect(app.lastJson().event).toMatchObject({ channel_type: 'im', bot_id: 'B00DEALWIR' });
    const reply = slack.postAs(kim.id, direct, 'y', { threadTs: posted.ts ?? '' });
    await slack.sendEvent(app.receiver, { type: 'message', channel: direct, ts: reply });
    expect(app.lastJson().event).toMatchObject({ thread_ts: posted.ts });
  });

  it('of a mention needs one', async () => {
    const mention = slack.postAs(kim.id, general, `<@${slack.botUserId}> acct Acme`);
    await slack.sendEvent(app.receiver, { type: 'app_mention', channel: general, ts: mention });
    expect(app.lastJson().event).toEqual({
      type: 'app_mention',
      channel: general,
      user: kim.id,
      text: `<@${slack.botUserId}> acct Acme`,
      ts: mention,
      event_ts: mention,
    });
    const plain = slack.postAs(kim.id, general, 'hello');
    await expect(
      slack.sendEvent(app.receiver, { type: 'app_mention', channel: general, ts: plain }),
    ).rejects.toThrow('does not mention');
  });

  it('comes of channels the app is in only', async () => {
    const ts = slack.postAs(kim.id, random, 'hello');
    await expect(slack.sendEvent(app.receiver, { type: 'message', channel: random, ts })).rejects.toThrow(
      'the app is not in a channel',
    );
    await expect(slack.sendEvent(app.receiver, { type: 'message', channel: general, ts })).rejects.toThrow(
      'there is no message',
    );
  });

  it('is sent again under its id, and says why', async () => {
    const ts = slack.postAs(kim.id, general, 'hello');
    const event = { type: 'message', channel: general, ts } as const;
    app.answer(() => {
      slack.clock.advance(3001);
      return new Response(null);
    });
    const first = await slack.sendEvent(app.receiver, event);
    expect(first).toMatchObject({ taken: false, reason: 'http_timeout' });
    app.answer(() => new Response(null, { status: 500 }));
    const again = { eventId: first.eventId, number: 1, reason: 'http_timeout' } as const;
    expect(await slack.sendEvent(app.receiver, { ...event, again })).toEqual({
      eventId: first.eventId,
      taken: false,
      reason: 'http_error',
    });
    const call = app.server.calls.at(-1);
    expect(call?.headers.get('x-slack-retry-num')).toBe('1');
    expect(call?.headers.get('x-slack-retry-reason')).toBe('http_timeout');
    expect(app.lastJson().event_id).toBe(first.eventId);
  });
});

describe('the check of a request URL', () => {
  const challengeIn = (body: string) => String(JSON.parse(body).challenge);

  it('passes when the challenge comes back, as text or as JSON', async () => {
    app.answer((body) => new Response(challengeIn(body)));
    expect(await slack.verifyUrl(app.receiver)).toBe(true);
    app.answer((body) => Response.json({ challenge: challengeIn(body) }));
    expect(await slack.verifyUrl(app.receiver)).toBe(true);
    expect(app.lastJson()).toMatchObject({ type: 'url_verification' });
  });

  it('fails otherwise', async () => {
    expect(await slack.verifyUrl(app.receiver)).toBe(false);
    app.answer(() => Response.json({ status: 'success' }));
    expect(await slack.verifyUrl(app.receiver)).toBe(false);
    app.answer((body) => new Response(challengeIn(body), { status: 500 }));
    expect(await slack.verifyUrl(app.receiver)).toBe(false);
    app.server.intercept(() => 'before');
    expect(await slack.verifyUrl(app.receiver)).toBe(false);
  });
});
