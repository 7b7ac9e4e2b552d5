import { DASH } from '../../card/text.ts';
import { fieldsUsed } from '../../language/fields-used.ts';
import { and } from '../../language/node/and.ts';
import { equal, greater } from '../../language/node/compare.ts';
import { concat } from '../../language/node/concat.ts';
import { fallback } from '../../language/node/fallback.ts';
import { field } from '../../language/node/field.ts';
import { isIn } from '../../language/node/in.ts';
import { itemAt } from '../../language/node/item-at.ts';
import { length } from '../../language/node/length.ts';
import type { Expression } from '../../language/node/node.ts';
import { not } from '../../language/node/not.ts';
import { note } from '../../language/node/note.ts';
import { truncate } from '../../language/node/truncate.ts';
import { word } from '../../language/node/word.ts';
import type { Query } from '../../language/query.ts';
import type { Template } from '../../language/template.ts';
import { entryStamp } from '../entry-history.ts';
import { extraFieldsQuery } from '../extra-field.ts';
import { Opportunity } from '../object/opportunity.ts';
import type { Place, Signal } from '../signal.ts';
import { announcement, briefing } from './card.ts';
import { channelName } from './channel-name.ts';
import { facts, opportunity, STAKEHOLDER_LIMIT } from './fact.ts';
import { filter, HISTORY } from './filter.ts';
import { input } from './input.ts';
import { teamQuery, wantedPeople } from './people.ts';

/** Characters of a name that a topic shows, so that two names and the rest fit. */
const TOPIC_NAME_LENGTH = 90;

/** Notes that the queries of `extras` are written to. */
const team = note('list', 'team');
const extra = itemAt('text', note('list', 'extra'), 0);

/** An opportunity entered a won stage: open a room for the people who take it from here. */
export const dealRoom: Signal = {
  name: 'deal-room',
  label: 'Deal Room',
  description: 'An opportunity entered a won stage, or any stage chosen.',
  object: Opportunity.name,
  filter,
  stamp: entryStamp(HISTORY),
  facts,
  card: (place) => briefing(place, extra),
};

/** Everything the delivery of the room needs; `roomUrl` is where the room opens in Slack. */
export function dealRoomPlan(place: Place, roomUrl: Expression<'text'>) {
  const topic = concat(
    plain(opportunity('Account.Name')),
    ' · ',
    plain(opportunity('Name')),
    ' · ',
    facts.amount,
    ' · ',
    word('closes'),
    ' ',
    facts.closeDate,
  );
  const shown = {
    name: dealRoom.name,
    people: wantedPeople(team),
    channelName,
    topic,
    bookmark: word('opportunityInSalesforce'),
    briefing: { ...dealRoom.card(place) },
    announcement: { ...announcement(place) },
    chatterPost: concat(word('dealRoomLink'), roomUrl),
  };
  return {
    ...shown,
    left: and(greater(length(input('stages')), 0), not(isIn(opportunity('StageName'), input('stages')))),
    facts: factsQuery(shown as unknown as Template),
    extras: { team: teamQuery, extra: extraFieldsQuery(Opportunity.name) },
    extraLabels: { extra: 'Extra Fields' },
  };
}

/** Text for a place without markup, such as a topic; an em dash when missing. */
function plain(value: Expression<'text'>): Expression<'text'> {
  return fallback(truncate(value, TOPIC_NAME_LENGTH), DASH);
}

/** Reads what the given texts show of the record, in one query. */
export function factsQuery(shown: Template): Query {
  const { fields, children } = fieldsUsed(shown);
  return {
    from: Opportunity.name,
    select: [opportunity('Id'), opportunity('StageName'), ...fields],
    children: [
      {
        relationship: 'OpportunityContactRoles',
        select: children.OpportunityContactRoles ?? [],
        orderBy: [
          { by: field('boolean', 'IsPrimary'), direction: 'descending' },
          { by: field('text', 'Id'), direction: 'ascending' },
        ],
        limit: STAKEHOLDER_LIMIT + 1,
      },
    ],
    where: equal(opportunity('Id'), input('record_id')),
    limit: 1,
  };
}
