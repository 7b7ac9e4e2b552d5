import {
  and,
  type Condition,
  equal,
  fallback,
  field,
  fieldsOf,
  includes,
  isIn,
  literal,
  not,
  or,
} from '../../language/index.ts';
import { fieldHistory } from '../field-history.ts';
import { Case } from '../object/case.ts';
import { input } from './input.ts';

export const caseField = fieldsOf(Case);

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

/** The changes of what escalates a case; one counts that brought it from outside into a chosen state. */
export const escalations = fieldHistory(
  isIn(field('text', 'Field'), ['IsEscalated', 'Priority']),
  ({ field: name, was, is }) =>
    or(
      and(input('escalated'), equal(name, 'IsEscalated'), equal(is, 'true')),
      and(
        equal(name, 'Priority'),
        includes(input('priorities'), is),
        not(includes(input('priorities'), was)),
      ),
    ),
);
