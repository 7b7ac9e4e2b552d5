import { slackProblem } from '../../slack/problem.ts';
import type { Dropdown } from './dropdown.ts';

/** Channels of one page, Slack's most: the bot is in every room it ever opened. */
export const PAGE = 999;

/** The channels the bot is in, page by page; a workspace's other channels are never listed. */
export const channels: Dropdown = async ({ slack }, { from } = {}) => {
  const method = 'users.conversations';
  const answer = await slack(method, {
    types: 'public_channel,private_channel',
    exclude_archived: true,
    limit: PAGE,
    ...(from === undefined ? {} : { cursor: from }),
  });
  if (!answer.ok)
    throw slackProblem(method, { ...answer, ok: false, error: answer.error ?? 'unknown_error' });
  const { next_cursor } = (answer.response_metadata ?? {}) as { readonly next_cursor?: string };
  return {
    choices: (answer.channels as readonly { readonly id: string; readonly name: string }[]).map(
      ({ id, name }) => ({ id, label: `#${name}` }),
    ),
    ...(next_cursor ? { next: next_cursor } : {}),
  };
};
