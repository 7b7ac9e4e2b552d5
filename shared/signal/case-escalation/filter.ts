import {
  and,
  type ChildQuery,
  type Condition,
  childField,
  choose,
  type Expression,
  equal,
  fallback,
  fieldsOf,
  includes,
  isIn,
  literal,
  not,
  or,
  stamp,
} from '../../language/index.ts';
import { Case } from '../object/case.ts';
import { CaseHistory } from '../object/case-history.ts';
import { input } from './input.ts';

export const caseField = fieldsOf(Case);
const historyField = fieldsOf(CaseHistory);

/** The relationship that keeps the changes of tracked fields. */
const HISTORY = 'Histories';
/** Latest changes of priority and escalation that are looked through for the one that escalated the case. */
const CHANGES = 5;

/** What a query can say of what escalates a case: the flag, or a chosen priority. */
export const mayEscalate: Condition = or(
  equal(caseField('IsEscalated'), true),
  isIn(caseField('Priority'), fallback(input('priorities'), literal('list', ['-']))),
);

/** What a query can say of the filter: an open case that may be escalated. Priorities are told apart afterwards. */
export const mayBeEscalated: Condition = and(equal(caseField('IsClosed'), false), mayEscalate);

/** The case is open, and escalated or of a chosen priority. */
export const isEscalated: Condition = and(
  not(caseField('IsClosed')),
  or(and(input('escalated'), caseField('IsEscalated')), includes(input('priorities'), caseField('Priority'))),
);

/** The latest changes of what escalates a case, newest first, read with the case. */
export const changes: ChildQuery = {
  relationship: HISTORY,
  select: [
    historyField('Field'),
    historyField('OldValue'),
    historyField('NewValue'),
    historyField('CreatedDate'),
  ],
  where: isIn(historyField('Field'), ['IsEscalated', 'Priority']),
  orderBy: [{ by: historyField('CreatedDate'), direction: 'descending' }],
  limit: CHANGES,
};

/** When the case was escalated last, as far as its history tells; missing where no history is kept. */
export const escalatedAt: Expression<'instant'> = choose(
  'instant',
  Array.from({ length: CHANGES }, (_, position) => [
    escalates(position),
    childField('instant', HISTORY, position, 'CreatedDate'),
  ]),
  literal('instant', null),
);

/** The latest change of what escalates a case; missing where no history is kept, or when nothing changed. */
export const lastChangedAt: Expression<'instant'> = childField('instant', HISTORY, 0, 'CreatedDate');

/**
 * Tells one escalation of a case from the next. Without history it is `new`: such a case has one escalation.
 */
export const escalationStamp: Expression<'text'> = fallback(stamp(escalatedAt), 'new');

/** The change at a position brought the case from outside into one of the states. */
function escalates(position: number): Condition {
  const of = (name: string) => childField('text', HISTORY, position, name);
  return or(
    and(input('escalated'), equal(of('Field'), 'IsEscalated'), equal(of('NewValue'), 'true')),
    and(
      equal(of('Field'), 'Priority'),
      includes(input('priorities'), of('NewValue')),
      not(includes(input('priorities'), of('OldValue'))),
    ),
  );
}
