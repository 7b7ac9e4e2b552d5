import {
  and,
  type Condition,
  choose,
  exists,
  fallback,
  fieldsOf,
  greaterOrEqual,
  isIn,
  less,
} from '../../language/index.ts';
import { Account } from '../object/account.ts';
import { input } from './input.ts';

export const account = fieldsOf(Account);

/** An account, of one of the types chosen, was created. */
export const filter: Condition = and(
  greaterOrEqual(account('CreatedDate'), fallback(input('since'), '1970-01-01T00:00:00Z')),
  less(account('CreatedDate'), fallback(input('until'), '2999-12-31T00:00:00Z')),
  choose('boolean', [[exists(input('types')), isIn(account('Type'), input('types'))]], true),
);
