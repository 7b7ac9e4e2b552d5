import { and, field, fieldsOf, greaterOrEqual, isIn, parametersOf } from '../language/index.ts';
import { caseEscalated } from '../operation/trigger/case-escalated.ts';
import { CASE_ESCALATION } from '../signal/case-escalation/case-escalation.ts';
import { caseField, escalations, mayBeEscalated } from '../signal/case-escalation/filter.ts';
import { Case } from '../signal/object/case.ts';
import { CaseHistory } from '../signal/object/case-history.ts';
import type { Moment, Past, Row } from './past.ts';
import { MOST_CHANGES } from './read-records.ts';

const input = parametersOf({ since: 'instant' });
const change = fieldsOf(CaseHistory);
const isTold = isIn(change('Field'), ['IsEscalated', 'Priority']);
const { operation, push, keep, item } = caseEscalated;

/** Cases were escalated or got a chosen priority, also those that are closed or calm by now. */
export const pastCases: Past = {
  signal: CASE_ESCALATION,
  inputs: push?.inputs ?? operation.inputs,
  records: {
    from: Case.name,
    select: [
      caseField('Id'),
      caseField('Owner.Name'),
      caseField('IsEscalated'),
      caseField('Priority'),
      caseField('ClosedDate'),
      caseField('CreatedDate'),
    ],
    where: greaterOrEqual(caseField('SystemModstamp'), input('since')),
    orderBy: [{ by: caseField('SystemModstamp'), direction: 'descending' }],
  },
  history: {
    whole: { ...escalations.changes, limit: MOST_CHANGES },
    read: escalations.changes,
    probe: { from: CaseHistory.name, select: [field('text', 'Id')], where: isTold, limit: 1 },
    without:
      'This org keeps no history of Escalated and Priority, so only cases that were created in these days and are escalated now are counted. Track both fields (Setup > Object Manager > Case > Fields > Set History Tracking) and count again later.',
  },
  momentsOf,
  fires: keep === undefined ? mayBeEscalated : and(mayBeEscalated, keep),
  key: item.id as Past['key'],
};

/** Each row says what one field was before it and after, so that the case is followed back to its creation. */
function momentsOf(found: Row, changes: readonly Row[]): readonly Moment[] {
  const moments: Moment[] = [];
  let state: Row = { IsEscalated: found.IsEscalated, Priority: found.Priority };
  const add = (at: unknown, known: readonly Row[]) =>
    moments.push({
      at: String(at),
      record: { ...found, ...state, IsClosed: isBy(found.ClosedDate, at), SystemModstamp: at },
      changes: known,
    });
  for (const [position, row] of changes.entries()) {
    add(row.CreatedDate, changes.slice(position));
    const before = row.Field === 'IsEscalated' ? row.OldValue === 'true' : row.OldValue;
    state = { ...state, [String(row.Field)]: before };
  }
  add(found.CreatedDate, []);
  return moments.toReversed();
}

function isBy(closed: unknown, at: unknown): boolean {
  return typeof closed === 'string' && Date.parse(closed) <= Date.parse(String(at));
}
