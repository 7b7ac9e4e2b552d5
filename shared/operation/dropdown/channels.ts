import { slackDropdown } from './slack-dropdown.ts';

/** Channels of one page, Slack's most: the bot is in every room it ever opened. */
export const PAGE = 999;

/** The channels the bot is in, page by page; a workspace's other channels are never listed. */
export const channels = slackDropdown('users.conversations', {
  body: (from) => ({
    types: 'public_channel,private_channel',
    exclude_archived: true,
    limit: PAGE,
    ...(from === undefined ? {} : { cursor: from }),
  }),
  read: ({ channels, response_metadata = {} }) => {
    const { next_cursor } = response_metadata as { readonly next_cursor?: string };
    return {
      choices: (channels as readonly { readonly id: string; readonly name: string }[]).map(
        ({ id, name }) => ({ id, label: `#${name}` }),
      ),
      ...(next_cursor ? { next: next_cursor } : {}),
    };
  },
});
