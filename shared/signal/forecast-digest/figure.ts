import {
  type Aggregate,
  add,
  type Condition,
  choose,
  type Expression,
  equal,
  fallback,
  itemAt,
  literal,
  not,
  note,
  property,
  type Query,
} from '../../language/index.ts';
import { Opportunity } from '../object/opportunity.ts';
import { amount, deal, isForecast } from './filter.ts';
import { input } from './input.ts';

/** Rows of categories, at most: six categories, each won or open. */
const MOST_CATEGORIES = 12;

export const dealCount: Aggregate = { figure: 'count', of: deal('Id'), as: 'deals' };
export const dealAmount: Aggregate = { figure: 'sum', of: amount, as: 'amount' };
const dealWeighted: Aggregate = { figure: 'sum', of: deal('ExpectedRevenue'), as: 'weighted' };

/** Adds the forecast up by stage, noted as `byStage`. */
export const byStageQuery: Query = {
  from: Opportunity.name,
  select: [],
  groupBy: [{ by: deal('StageName'), as: 'stage' }],
  aggregates: [dealCount, dealAmount],
  where: isForecast,
  orderBy: [{ by: deal('StageName'), direction: 'ascending' }],
};

/** Adds the forecast up by forecast category, what is won apart, noted as `byCategory`. */
export const byCategoryQuery: Query = {
  from: Opportunity.name,
  select: [],
  groupBy: [
    { by: deal('ForecastCategoryName'), as: 'category' },
    { by: deal('IsWon'), as: 'won' },
  ],
  aggregates: [dealCount, dealAmount, dealWeighted],
  where: isForecast,
  orderBy: [
    { by: deal('ForecastCategoryName'), direction: 'ascending' },
    { by: deal('IsWon'), direction: 'ascending' },
  ],
};

/** Expected revenue goes by Amount, so there is no weighted sum of another field. */
export const isWeighted: Condition = equal(fallback(input('amount_field'), 'Amount'), 'Amount');

/** The sums of the whole quarter; lost deals have no part in them. */
export const totals = {
  open: {
    deals: total('deals', 'open'),
    amount: total('amount', 'open'),
    weighted: total('weighted', 'open'),
  },
  won: { deals: total('deals', 'won'), amount: total('amount', 'won') },
} as const;

/** Adds a figure up over the categories. */
function total(figure: 'deals' | 'amount' | 'weighted', of: 'open' | 'won'): Expression<'number'> {
  const rows = Array.from({ length: MOST_CATEGORIES }, (_, position) =>
    itemAt('text', note('list', 'byCategory'), position),
  );
  return rows.reduce<Expression<'number'>>(
    (sum, row) => {
      const isWon = property('boolean', row, literal('text', 'won'));
      const value = property('number', row, literal('text', figure));
      return add(sum, choose('number', [[of === 'won' ? isWon : not(isWon), value]], 0));
    },
    literal('number', 0),
  );
}
