import {
  and,
  equal,
  exists,
  fallback,
  greaterOrEqual,
  inFiscal,
  not,
  note,
  now,
  or,
  type Query,
} from '../../language/index.ts';
import { Opportunity } from '../object/opportunity.ts';
import { currencyColumn } from './currency.ts';
import { dealAmount, dealCount } from './figure.ts';
import { amount, closesThisQuarter, deal, isOpenForecast } from './filter.ts';

/** Deals with a moved close date that are shown, and one more to tell that there are more. */
export const MOST_MOVED = 5;

/** When the last digest was made, as its row in the ledger says; missing before the first one. */
export const lastDigestAt = note('instant', 'lastDigest.CreatedDate');

/** A first digest asks for changes too, and finds none. */
const since = fallback(lastDigestAt, now);

const closeDateBefore = deal('LastCloseDateChangedHistory.PrevCloseDate');

/**
 * Adds up the quarter's deals that came into their stage since the last digest, noted as `moves`: won, lost, and open ones.
 * A deal whose stage never changed counts by its creation.
 */
export const movesQuery: Query = {
  from: Opportunity.name,
  select: [],
  groupBy: [
    { by: deal('IsWon'), as: 'won' },
    { by: deal('IsClosed'), as: 'closed' },
  ],
  aggregates: [dealCount, dealAmount],
  where: and(
    closesThisQuarter,
    or(equal(deal('IsClosed'), true), isOpenForecast),
    or(
      greaterOrEqual(deal('LastStageChangeDate'), since),
      and(not(exists(deal('LastStageChangeDate'))), greaterOrEqual(deal('CreatedDate'), since)),
    ),
  ),
  orderBy: [
    { by: deal('IsWon'), direction: 'descending' },
    { by: deal('IsClosed'), direction: 'descending' },
  ],
};

/**
 * Reads the largest open deals whose close date moved into or out of the quarter since the last digest, noted as
 * `slips`. Only the last change of a close date counts.
 */
export const slipsQuery: Query = {
  from: Opportunity.name,
  select: [deal('Id'), deal('Name'), amount, deal('CloseDate'), closeDateBefore, currencyColumn],
  where: and(
    isOpenForecast,
    greaterOrEqual(deal('LastCloseDateChangedHistory.CreatedDate'), since),
    or(
      and(closesThisQuarter, not(inFiscal(closeDateBefore, 'quarter'))),
      and(not(closesThisQuarter), inFiscal(closeDateBefore, 'quarter')),
    ),
  ),
  orderBy: [{ by: amount, direction: 'descending' }],
  limit: MOST_MOVED + 1,
};
