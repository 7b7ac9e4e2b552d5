import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf, refusalOf } from './web-client.ts';

const { kim, sam } = PEOPLE;
let slack: SlackStandIn;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

const withScopes = (...scopes: string[]) => clientOf(slack, slack.issueToken({ scopes }));
const openDirect = async () =>
  (await withScopes('im:write').conversations.open({ users: kim.id })).channel?.id ?? '';

describe('conversations.open', () => {
  it('needs im:write for one person and mpim:write for several', async () => {
    expect(await openDirect()).toMatch(/^D/);
    expect(await refusalOf(withScopes('mpim:write').conversations.open({ users: kim.id }))).toMatchObject({
      error: 'missing_scope',
      needed: 'im:write',
    });
    const users = [kim.id, sam.id].join(',');
    expect(await refusalOf(withScopes('im:write').conversations.open({ users }))).toMatchObject({
      needed: 'mpim:write',
    });
  });

  it('opens a conversation again by its id, with the scope of its kind', async () => {
    const direct = await openDirect();
    expect(await withScopes('im:write').conversations.open({ channel: direct })).toMatchObject({
      channel: { id: direct },
      already_open: true,
      no_op: true,
    });
    const users = [kim.id, sam.id].join(',');
    const group = (await withScopes('mpim:write').conversations.open({ users })).channel?.id ?? '';
    expect(await refusalOf(withScopes('im:write').conversations.open({ channel: group }))).toMatchObject({
      needed: 'mpim:write',
    });
    expect(await codeOf(withScopes('im:write').conversations.open({ channel: 'D00NOWHERE' }))).toBe(
      'channel_not_found',
    );
  });

  it('shows the conversation when asked to', async () => {
    const { channel } = await withScopes('im:write').conversations.open({ users: kim.id, return_im: true });
    expect(channel).toMatchObject({ is_im: true, user: kim.id, is_private: true });
  });

  it('needs no step before a message to the person, which opens the same conversation', async () => {
    const posted = await withScopes('chat:write').chat.postMessage({ channel: kim.id, text: 'x' });
    expect(posted.channel).toBe(await openDirect());
  });
});

describe('conversations.history of a direct conversation', () => {
  it('needs im:history, and nothing else will do', async () => {
    const channel = await openDirect();
    await clientOf(slack).chat.postMessage({ channel, text: 'Renewal at risk' });
    slack.postAs(kim.id, channel, 'Thanks');
    const { messages } = await withScopes('im:history').conversations.history({ channel });
    expect(messages?.map(({ text }) => text)).toEqual(['Thanks', 'Renewal at risk']);
    const others = withScopes('channels:history', 'groups:history', 'mpim:history', 'im:read', 'im:write');
    expect(await refusalOf(others.conversations.history({ channel }))).toMatchObject({
      error: 'missing_scope',
      needed: 'im:history',
    });
  });

  it('is none of a conversation of other people', async () => {
    const asKim = clientOf(slack, slack.issueToken({ scopes: ['im:write'], user: kim.id }));
    const channel = (await asKim.conversations.open({ users: sam.id })).channel?.id ?? '';
    expect(await codeOf(withScopes('im:history').conversations.history({ channel }))).toBe(
      'channel_not_found',
    );
  });

  it('goes by the id of the conversation, not of the person', async () => {
    await openDirect();
    expect(await codeOf(withScopes('im:history').conversations.history({ channel: kim.id }))).toBe(
      'channel_not_found',
    );
  });

  it('still holds what was posted to somebody who was deactivated since', async () => {
    const channel = await openDirect();
    slack.deactivate(kim.id);
    expect((await clientOf(slack).chat.postMessage({ channel: kim.id, text: 'x' })).channel).toBe(channel);
    expect((await withScopes('im:history').conversations.history({ channel })).messages).toHaveLength(1);
    expect(await codeOf(withScopes('im:write').conversations.open({ users: kim.id }))).toBe('user_disabled');
  });
});
