import type { Expression } from '../language/index.ts';
import type { Operations } from '../operation/salesforce-access.ts';
import { allowance } from './check/allowance.ts';
import { channelsCheck } from './check/channels.ts';
import { edition } from './check/edition.ts';
import { ledger } from './check/ledger.ts';
import { rowsCheck } from './check/rows.ts';
import { scopesCheck } from './check/scopes.ts';
import type { SetUpCheck } from './check.ts';

/** What every platform can check, for all signals of some operations; `calls` is what polling takes in 24 hours. */
export function setUpChecks(operations: Operations, calls: Expression<'number'>): readonly SetUpCheck[] {
  return [edition, ledger, rowsCheck(operations), allowance(calls), channelsCheck, scopesCheck(operations)];
}
