import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { fakeClock } from '../clock.ts';
import { loadSlackPlugin, mountSlack } from './emulate.ts';
import { createStore } from './store/store.ts';

const BUMPED =
  'emulate has changed. Its Slack routes come from a file it does not export, so read its changes, run the tests of ' +
  'test/sandbox/slack and correct coverage.ts before you pin the new version here.';

describe('what we rely on in emulate', () => {
  it('is version 0.12.2', () => {
    const { version } = createRequire(import.meta.url)('../../../node_modules/emulate/package.json') as {
      readonly version: string;
    };
    expect(version === '0.12.2' ? version : `${version}: ${BUMPED}`).toBe('0.12.2');
  });

  it('is one file with slackPlugin in it, whose register takes app, store, webhooks, address and tokens', async () => {
    const plugin = await loadSlackPlugin();
    expect(plugin.register).toHaveLength(5);
  });

  it('is that its routes answer from our store by token and keep rows as we write them', async () => {
    const store = createStore(fakeClock());
    store.users.seed({
      user_id: 'U1',
      team_id: 'T1',
      name: 'bot',
      real_name: 'Bot',
      email: '',
      tz: '',
      is_admin: false,
      is_bot: true,
      deleted: false,
      is_restricted: false,
      is_ultra_restricted: false,
      profile: {},
      presence: 'active',
    });
    const caption = { value: '', creator: '', last_set: 0 };
    store.channels.seed({
      channel_id: 'C1',
      team_id: 'T1',
      name: 'x',
      is_channel: true,
      is_private: false,
      is_archived: false,
      topic: caption,
      purpose: caption,
      members: ['U1'],
      creator: 'U1',
      num_members: 1,
    });
    store.tokens.seed({
      token: 't',
      token_type: 'bot',
      team_id: 'T1',
      user_id: 'U1',
      scopes: [],
      app_id: 'A1',
    });
    const mounted = await mountSlack(store, 'https://x.slack.com');
    const answer = await mounted.call('chat.postMessage', 't', { channel: 'C1', text: 'x', bot_id: 'B1' });
    expect(answer).toMatchObject({
      ok: true,
      channel: 'C1',
      message: { ts: '1795212000.000000', bot_id: 'B1' },
    });
    expect(store.messages.all()).toMatchObject([{ ts: '1795212000.000000', user: 'U1', text: 'x' }]);
    expect(await mounted.call('chat.postMessage', 'other', { channel: 'C1', text: 'x' })).toMatchObject({
      error: 'not_authed',
    });
    await mounted.close();
  });
});
