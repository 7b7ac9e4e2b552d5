import {
  and,
  type Condition,
  equal,
  fieldsOf,
  inFiscal,
  isIn,
  namedField,
  note,
  or,
} from '../../language/index.ts';
import { Opportunity } from '../object/opportunity.ts';

export const deal = fieldsOf(Opportunity);

/** The amount that is added up. */
export const amount = namedField('number', 'amount_field', 'Amount');

/** The deal closes in the fiscal quarter that it is now for the connected user. */
export const closesThisQuarter: Condition = inFiscal(deal('CloseDate'), 'quarter');

/** The deal is open and at the chosen stage or a later one. */
export const isOpenForecast: Condition = and(
  equal(deal('IsClosed'), false),
  isIn(deal('StageName'), note('list', 'forecastStages')),
);

/** The deal is part of the quarter's forecast: won, or open and far enough. */
export const isForecast: Condition = and(closesThisQuarter, or(equal(deal('IsWon'), true), isOpenForecast));
