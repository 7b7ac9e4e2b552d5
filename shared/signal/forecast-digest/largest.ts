import { and, type Query } from '../../language/index.ts';
import { Opportunity } from '../object/opportunity.ts';
import { currencyColumn } from './currency.ts';
import { amount, closesThisQuarter, deal, isOpenForecast } from './filter.ts';
import { input } from './input.ts';

/** The most deals that a digest shows one by one. */
export const MOST_LARGEST = 10;

/** Reads the largest open deals of the forecast, noted as `largest`. */
export const largestQuery: Query = {
  from: Opportunity.name,
  select: [
    deal('Id'),
    deal('Name'),
    amount,
    deal('StageName'),
    deal('CloseDate'),
    deal('Owner.Name'),
    currencyColumn,
  ],
  where: and(closesThisQuarter, isOpenForecast),
  orderBy: [{ by: amount, direction: 'descending' }],
  limit: input('largest_count'),
};
