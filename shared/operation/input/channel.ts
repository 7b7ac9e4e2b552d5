import type { Input } from '../definition.ts';

/** What the room is like. */
export const channelInputs: readonly Input[] = [
  {
    key: 'channel_pattern',
    label: 'Channel Name',
    help: 'Tokens: {account}, {name}, {owner}, {quarter}, {segment}. Capitals, blanks and accents are turned into what Slack allows.',
    type: 'text',
    default: 'deal-{account}-{quarter}-{segment}',
  },
  {
    key: 'segment_field',
    label: 'Segment Field',
    help: 'The field behind the token {segment} of the channel name.',
    type: 'text',
    default: 'Type',
    source: 'opportunity-fields',
  },
  {
    key: 'is_private',
    label: 'Private Channel',
    help: 'Only invited people see a private channel.',
    type: 'boolean',
    default: 'true',
  },
];
