import { DASH } from '../../card/text.ts';
import {
  concat,
  type Expression,
  equal,
  fallback,
  fieldsUsed,
  itemAt,
  literal,
  note,
  type Query,
  type Template,
  truncate,
  word,
} from '../../language/index.ts';
import { extraFieldsQuery } from '../extra-field.ts';
import { Account } from '../object/account.ts';
import type { Place, Signal } from '../signal.ts';
import { announcement, summary } from './card.ts';
import { channelName } from './channel-name.ts';
import { facts } from './fact.ts';
import { account, filter } from './filter.ts';
import { input } from './input.ts';
import { teamQuery, wantedPeople } from './people.ts';

/** Characters of a name that a topic shows. */
const TOPIC_NAME_LENGTH = 90;

/** Notes that the queries of `extras` are written to. */
const team = note('list', 'team');
const extra = itemAt('text', note('list', 'extra'), 0);

/** An account was created, or chosen: open a channel for the people who look after it. */
export const accountChannel: Signal = {
  name: 'account-channel',
  label: 'Account Channel',
  description: 'An account was created, of any type or of those chosen.',
  object: Account.name,
  filter,
  stamp: literal('text', 'new'),
  facts,
  card: (place) => summary(place, extra),
};

/** Everything the delivery of the channel needs; `roomUrl` is where it opens in Slack. */
export function accountChannelPlan(place: Place, roomUrl: Expression<'text'>) {
  const plain = (value: Expression<'text'>) => fallback(truncate(value, TOPIC_NAME_LENGTH), DASH);
  const shown = {
    name: accountChannel.name,
    people: wantedPeople(team),
    channelName,
    topic: concat(plain(account('Name')), ' · ', facts.industry, ' · ', plain(account('Owner.Name'))),
    bookmark: word('accountInSalesforce'),
    briefing: { ...accountChannel.card(place) },
    announcement: { ...announcement(place) },
    chatterPost: concat(word('accountChannelLink'), roomUrl),
  };
  return {
    ...shown,
    left: literal('boolean', false),
    facts: factsQuery(shown as unknown as Template),
    extras: { team: teamQuery, extra: extraFieldsQuery(Account.name) },
    extraLabels: { extra: 'Extra Fields' },
  };
}

/** Reads what the given texts show of the account. */
function factsQuery(shown: Template): Query {
  return {
    from: Account.name,
    select: [account('Id'), ...fieldsUsed(shown).fields],
    where: equal(account('Id'), input('record_id')),
    limit: 1,
  };
}
