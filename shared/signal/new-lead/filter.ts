import {
  and,
  type Condition,
  choose,
  type Expression,
  equal,
  exists,
  fallback,
  fieldsOf,
  greaterOrEqual,
  isIn,
  less,
} from '../../language/index.ts';
import { Lead } from '../object/lead.ts';
import { input } from './input.ts';

export const lead = fieldsOf(Lead);

/** What must hold of a lead's source and rating. */
export const chosen: readonly Condition[] = [
  isChosen(lead('LeadSource'), input('sources')),
  isChosen(lead('Rating'), input('ratings')),
];

/** A lead that is not converted, of the sources and ratings chosen, was created. */
export const filter: Condition = and(
  equal(lead('IsConverted'), false),
  greaterOrEqual(lead('CreatedDate'), fallback(input('since'), '1970-01-01T00:00:00Z')),
  less(lead('CreatedDate'), fallback(input('until'), '2999-12-31T00:00:00Z')),
  ...chosen,
);

/** Without a choice every value will do, none at all included. */
function isChosen(value: Expression<'text'>, choice: Expression<'list'>): Condition {
  return choose('boolean', [[exists(choice), isIn(value, choice)]], true);
}
