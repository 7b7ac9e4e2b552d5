import { add, concat, type Expression, keep, numberText, truncate } from '../../language/index.ts';

/**
 * An amount in whole units of its currency, as a forecast is read: `USD 42,001`; a missing amount is 0. The currency is an
 * ISO code.
 */
export function wholeMoney(amount: Expression<'number'>, currency: Expression<'text'>): Expression<'text'> {
  return concat(keep(truncate(currency, 3), 'A-Z', ''), ' ', numberText(add(amount, 0)));
}
