import type { Input } from '../definition.ts';

/** What happens once the room of a record stands, and after a run that broke off; `news` is what an announcement tells. */
export const afterInputs = (news: string, record: string): readonly Input[] => [
  {
    key: 'announce_channel',
    label: 'Announcement Channel',
    help: `A channel that hears of ${news} in one line. The bot must be in it. Left empty, nothing is announced.`,
    type: 'text',
    source: 'channels',
  },
  {
    key: 'write_back',
    label: 'Post to Chatter',
    help: `Posts a link to the room on the ${record}’s Chatter feed.`,
    type: 'boolean',
    default: 'false',
  },
  {
    key: 'if_unsure',
    label: 'If Unsure',
    help: 'What to do when an earlier run broke off and Dealwire may not read the room’s history to see whether the briefing is there.',
    type: 'text',
    default: 'stop',
    choices: { stop: 'Stop and tell me', repeat: 'Post it again' },
  },
];
