import {
  and,
  type ChildQuery,
  type Condition,
  childField,
  choose,
  type Expression,
  equal,
  fallback,
  field,
  includes,
  isIn,
  literal,
  namedField,
  not,
  stamp,
} from '../../language/index.ts';
import { input } from './input.ts';

/** The relationship that keeps the changes of tracked fields, on standard and custom objects alike. */
const HISTORY = 'Histories';
/** Latest changes of the field that are looked through for the one that brought the record into the state. */
const CHANGES = 5;

/** The field of the state, as a text. */
export const value = namedField('text', 'field', '');

/** The record is in the state: the field holds a text, a picklist value or an id that counts. */
export const holdsText: Condition = isIn(value, input('values'));

/** The record is in the state: the field is a checkbox, and checked or not as the values say. */
export const isChecked: Condition = equal(
  namedField('boolean', 'field', ''),
  includes(input('values'), literal('text', 'true')),
);

/** The latest changes of the field, newest first, read with the record. */
export const changes: ChildQuery = {
  relationship: HISTORY,
  select: ['Field', 'OldValue', 'NewValue', 'CreatedDate'].map((name) => field('text', name)),
  where: equal(field('text', 'Field'), input('field')),
  orderBy: [{ by: field('instant', 'CreatedDate'), direction: 'descending' }],
  limit: CHANGES,
};

/** When the record came into the state last, as far as its history tells; missing where the field is not tracked. */
export const enteredAt: Expression<'instant'> = choose(
  'instant',
  Array.from({ length: CHANGES }, (_, position) => [
    enters(position),
    childField('instant', HISTORY, position, 'CreatedDate'),
  ]),
  literal('instant', null),
);

/** The latest change of the field; missing where it is not tracked, or when nothing changed. */
export const lastChangedAt: Expression<'instant'> = childField('instant', HISTORY, 0, 'CreatedDate');

/** Tells one entry from the next. Where the field is not tracked it is `new`: such a record enters once. */
export const entryStamp: Expression<'text'> = fallback(stamp(enteredAt), 'new');

/** The change at a position brought the record from outside into the state. */
function enters(position: number): Condition {
  const was = childField('text', HISTORY, position, 'OldValue');
  const is = childField('text', HISTORY, position, 'NewValue');
  return and(includes(input('values'), is), not(includes(input('values'), was)));
}
