import { and, exists, fieldsOf, greaterOrEqual, not, or, parametersOf } from '../language/index.ts';
import { opportunityEnteredStage } from '../operation/trigger/opportunity-entered-stage.ts';
import { dealRoom } from '../signal/deal-room/deal-room.ts';
import { opportunity } from '../signal/deal-room/fact.ts';
import { filter, HISTORY } from '../signal/deal-room/filter.ts';
import { entryHistory } from '../signal/entry-history.ts';
import { OpportunityHistory } from '../signal/object/opportunity-history.ts';
import type { Moment, Past, Row } from './past.ts';
import { MOST_CHANGES } from './read-records.ts';

const input = parametersOf({ since: 'instant' });
const change = fieldsOf(OpportunityHistory);
const { operation, item, check } = opportunityEnteredStage;

/** Deals entered a chosen stage, also those that left it since. */
export const pastDeals: Past = {
  signal: dealRoom.name,
  inputs: operation.inputs,
  records: {
    from: dealRoom.object,
    select: [
      opportunity('Id'),
      opportunity('StageName'),
      opportunity('Owner.Name'),
      opportunity('LastStageChangeDate'),
      opportunity('CreatedDate'),
    ],
    where: or(
      greaterOrEqual(opportunity('LastStageChangeDate'), input('since')),
      and(
        not(exists(opportunity('LastStageChangeDate'))),
        greaterOrEqual(opportunity('CreatedDate'), input('since')),
      ),
    ),
    orderBy: [{ by: opportunity('CreatedDate'), direction: 'descending' }],
  },
  history: {
    whole: {
      relationship: HISTORY,
      select: [change('StageName'), change('CreatedDate')],
      orderBy: [{ by: change('CreatedDate'), direction: 'descending' }],
      limit: MOST_CHANGES,
    },
    read: entryHistory(filter),
    without:
      'The stage history cannot be read, so each opportunity counts once, by the last change of its stage.',
  },
  momentsOf,
  fires: filter,
  key: item.id as Past['key'],
  ...(check === undefined ? {} : { check }),
};

/** Each row holds the stage after a change; one that did not change the stage is no move. */
function momentsOf(deal: Row, changes: readonly Row[]): readonly Moment[] {
  if (changes.length === 0)
    return [{ at: String(deal.LastStageChangeDate ?? deal.CreatedDate), record: deal, changes }];
  const oldestFirst = changes.toReversed();
  let movedAt: unknown = null;
  return oldestFirst.map((row, position) => {
    const before = oldestFirst[position - 1];
    if (before !== undefined && before.StageName !== row.StageName) movedAt = row.CreatedDate;
    return {
      at: String(row.CreatedDate),
      record: { ...deal, StageName: row.StageName, LastStageChangeDate: movedAt },
      changes: changes.slice(changes.length - 1 - position),
    };
  });
}
