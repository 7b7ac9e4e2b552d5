import {
  and,
  between,
  type Condition,
  choose,
  daysAfter,
  daysBefore,
  equal,
  exists,
  fallback,
  fieldsOf,
  isIn,
  less,
  literal,
  namedField,
  not,
  now,
  or,
} from '../../language/index.ts';
import { Opportunity } from '../object/opportunity.ts';
import { input } from './input.ts';
import { today } from './period.ts';

export const opportunity = fieldsOf(Opportunity);

/** What stands for the checkbox of an org that has none, since a mapped input is better not empty. */
export const NO_CHECKBOX = 'none';

/** An org marks its renewals by a checkbox, or by some values of a field. */
export const isRenewal: Condition = choose(
  'boolean',
  [
    [
      not(isIn(fallback(input('renewal_checkbox'), NO_CHECKBOX), [NO_CHECKBOX])),
      namedField('boolean', 'renewal_checkbox', 'IsClosed'),
    ],
  ],
  isIn(
    namedField('text', 'renewal_field', 'Type'),
    fallback(input('renewal_values'), literal('list', ['Renewal'])),
  ),
);

/**
 * Nobody logged an activity for so many days. A meeting ahead counts as activity; a renewal without any is quiet once it
 * is that old itself.
 */
const isQuiet: Condition = or(
  less(opportunity('LastActivityDate'), daysBefore(today, input('silent_days'))),
  and(
    not(exists(opportunity('LastActivityDate'))),
    less(opportunity('CreatedDate'), daysBefore(now, input('silent_days'))),
  ),
);

/** An open renewal that closes soon and is quiet. */
export const isAtRisk: Condition = and(
  equal(opportunity('IsClosed'), false),
  isRenewal,
  between(opportunity('CloseDate'), today, daysAfter(today, input('days_ahead'))),
  isQuiet,
);
