import { type EnteredNode, entered } from '../../language/node/entered.ts';
import { fallback } from '../../language/node/fallback.ts';
import { literal } from '../../language/node/literal.ts';
import { opportunity } from './fact.ts';
import { input } from './input.ts';

/** The relationship that keeps the stages an opportunity was in. */
export const HISTORY = 'OpportunityHistories';

/** The opportunity entered one of the chosen stages. */
export const filter = entered(
  opportunity('StageName'),
  fallback(input('stages'), literal('list', ['Closed Won'])),
  {
    history: HISTORY,
    changedAt: opportunity('LastStageChangeDate'),
    since: input('since'),
    until: input('until'),
  },
) as EnteredNode;
