import {
  and,
  type Condition,
  equal,
  field,
  includes,
  isIn,
  literal,
  namedField,
  not,
} from '../../language/index.ts';
import { fieldHistory } from '../field-history.ts';
import { input } from './input.ts';

/** The field of the state, as a text. */
export const value = namedField('text', 'field', '');

/** The record is in the state: the field holds a text, a picklist value or an id that counts. */
export const holdsText: Condition = isIn(value, input('values'));

/** The record is in the state: the field is a checkbox, and checked or not as the values say. */
export const isChecked: Condition = equal(
  namedField('boolean', 'field', ''),
  includes(input('values'), literal('text', 'true')),
);

/** The changes of the field; one counts that brought the record from outside into the state. */
export const entries = fieldHistory(equal(field('text', 'Field'), input('field')), ({ was, is }) =>
  and(includes(input('values'), is), not(includes(input('values'), was))),
);
