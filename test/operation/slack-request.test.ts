import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { slackRequests } from '../../shared/operation/operations.ts';
import { loadMakeApp } from '../sandbox/make/load-make-app.ts';
import { receiveWebhook } from '../sandbox/make/receive-webhook.ts';
import { runInstantTrigger } from '../sandbox/make/run-module.ts';
import type { AppRun } from '../sandbox/make/runtime/open-session.ts';
import { readIncoming } from '../sandbox/make/webhook/incoming.ts';
import { accountVariables, makeWorldOf } from '../sandbox/make-account.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';

const app = loadMakeApp(join(import.meta.dirname, '..', '..', 'make-app', 'app'));
const SECRET = 'abc123';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

/** The webhook of a module of the generated app as the request URL of Slack; what it takes waits in `taken`. */
function hookOf(id: string, secret = SECRET) {
  const run = (): AppRun => ({ app, world: makeWorldOf(world), connection: accountVariables(world) });
  const taken: unknown[] = [];
  const receiver = {
    url: `https://hook.eu1.make.com/abc?secret=${secret}`,
    fetch: async (url: string, init: RequestInit) => {
      const request = await readIncoming(new Request(url, init));
      const { reply, items } = receiveWebhook(run(), id, { secret: SECRET }, request);
      taken.push(...items);
      const { status = 404, headers, body = '' } = reply ?? {};
      return new Response(body === '' ? null : body, { status, ...(headers && { headers }) });
    },
  };
  const received = async () => {
    const found = [];
    for (const item of taken.splice(0)) found.push(...(await runInstantTrigger(run(), id, {}, item)));
    return found;
  };
  return { receiver, received };
}

describe('Slash Command Received on Make', () => {
  const command = { command: '/deal', text: 'acct Acme', user: PEOPLE.kim.id, channel: CHANNELS.general };
  const [slashCommand] = slackRequests;

  it('answers Slack at once, and hands on what was asked, where and by whom', async () => {
    const { receiver, received } = hookOf('slashCommandReceived');
    expect(await world.slack.sendCommand(receiver, command)).toMatchObject({
      shown: 'message',
      visibility: 'ephemeral',
      text: 'Looking it up in Salesforce …',
    });
    expect(await received()).toEqual([
      { ...slashCommand?.operation.sample, question_id: expect.stringMatching(/.+/) },
    ]);
  });

  it('hands on a question mark for a command without a text', async () => {
    const { receiver, received } = hookOf('slashCommandReceived');
    await world.slack.sendCommand(receiver, { ...command, text: '' });
    expect(await received()).toMatchObject([{ text: '?' }]);
  });

  it('gives every command an ID of its own', async () => {
    const { receiver, received } = hookOf('slashCommandReceived');
    await world.slack.sendCommand(receiver, command);
    await world.slack.sendCommand(receiver, command);
    expect(new Set((await received()).map(({ question_id }) => question_id)).size).toBe(2);
  });

  it('believes nobody who does not know the secret', async () => {
    const { receiver, received } = hookOf('slashCommandReceived', 'guessed');
    expect(await world.slack.sendCommand(receiver, command)).toMatchObject({ shown: 'error' });
    expect(await received()).toEqual([]);
  });
});

describe('Message Shortcut Received on Make', () => {
  const messageShortcut = slackRequests.find(({ form }) => form === 'payload');
  const where = { channel: CHANNELS.general, callbackId: 'log_to_salesforce', user: PEOPLE.ana.id };
  const write = (text: string) => world.slack.postAs(PEOPLE.kim.id, CHANNELS.general, text);

  it('keeps still, and hands on the message, its author, and who sent it', async () => {
    const { receiver, received } = hookOf('messageShortcutReceived');
    const ts = write('They want to start in January.');
    expect(await world.slack.sendShortcut(receiver, { ...where, ts })).toEqual({ shown: 'nothing' });
    expect(await received()).toEqual([messageShortcut?.operation.sample]);
  });

  it('hands on quotes, line breaks and signs of Slack as they are', async () => {
    const { receiver, received } = hookOf('messageShortcutReceived');
    const text = '"Signed"\n{{1.x}} &amp; \\ <https://acme.example|it>';
    await world.slack.sendShortcut(receiver, { ...where, ts: write(text) });
    expect(await received()).toMatchObject([{ text }]);
  });

  it('believes nobody who does not know the secret, and takes no other request', async () => {
    const guessed = hookOf('messageShortcutReceived', 'guessed');
    const ts = write('Hello');
    expect(await world.slack.sendShortcut(guessed.receiver, { ...where, ts })).toMatchObject({
      shown: 'error',
    });
    expect(await guessed.received()).toEqual([]);
  });
});
