import {
  and,
  answer,
  choose,
  concat,
  contains,
  equal,
  exists,
  itemAt,
  literal,
  not,
  note,
  or,
  parametersOf,
} from '../../language/index.ts';
import type { Ask, Find, SetUpCheck } from '../check.ts';
import { remedies } from '../remedy.ts';

/** Channels that are looked at in one run. */
export const MOST_CHANNELS = 5;

const input = parametersOf({ channels: 'list' });
const positions = Array.from({ length: MOST_CHANNELS }, (_, position) => position);
const idAt = (position: number) => itemAt('text', input('channels'), position);

/** Whether the bot can post to the channels that messages go to. */
export const channelsCheck: SetUpCheck = {
  name: 'channels',
  question: 'Is the bot in the channels that messages go to?',
  asks: positions.map(askAt),
  finds: positions.flatMap(findsAt),
};

function askAt(position: number): Ask {
  const name = `channel${position}`;
  return {
    name,
    when: exists(idAt(position)),
    read: {
      to: 'slack',
      method: 'conversations.info',
      body: { channel: idAt(position) },
      accept: 'any',
      reads: true,
    },
    notes: {
      [`${name}Error`]: answer('text', 'error'),
      [`${name}Name`]: answer('text', 'channel', 'name'),
      [`${name}Member`]: answer('boolean', 'channel', 'is_member'),
      [`${name}Private`]: answer('boolean', 'channel', 'is_private'),
      [`${name}Archived`]: answer('boolean', 'channel', 'is_archived'),
    },
  };
}

function findsAt(position: number): readonly Find[] {
  const name = `channel${position}`;
  const error = note('text', `${name}Error`);
  const isAsked = exists(idAt(position));
  const isThere = and(isAsked, exists(note('text', `${name}Name`)));
  const archived = note('boolean', `${name}Archived`);
  const postsAnywhere = and(
    not(note('boolean', `${name}Private`)),
    contains(note('text', 'scopes'), ',chat:write.public,'),
  );
  const hidden = or(equal(error, 'channel_not_found'), equal(error, 'not_in_channel'));
  return [
    {
      when: and(isAsked, exists(error), not(equal(error, 'missing_scope'))),
      weight: 'problem',
      says: choose(
        'text',
        [[hidden, concat('Slack shows the bot no channel ', idAt(position), '.')]],
        concat('Slack refused to show the channel ', idAt(position), ': ', error, '.'),
      ),
      fix: literal('text', remedies.channelId),
    },
    {
      when: and(isThere, archived),
      weight: 'problem',
      says: concat('The channel #', note('text', `${name}Name`), ' is archived.'),
      fix: literal('text', remedies.unarchive),
    },
    {
      when: and(isThere, not(archived), not(note('boolean', `${name}Member`)), not(postsAnywhere)),
      weight: 'problem',
      says: concat('The bot is not in the channel #', note('text', `${name}Name`), '.'),
      fix: literal('text', remedies.invite),
    },
  ];
}
