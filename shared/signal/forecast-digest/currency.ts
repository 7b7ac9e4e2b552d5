import {
  choose,
  type Expression,
  equal,
  exists,
  fallback,
  fieldsOf,
  literal,
  note,
  property,
  type Query,
} from '../../language/index.ts';
import { CurrencyType } from '../object/currency-type.ts';
import { input } from './input.ts';

const COLUMN = 'CurrencyIsoCode';

const currency = fieldsOf(CurrencyType);
const corporate = note('text', 'corporateCurrency');

/** Reads the corporate currency, noted as `corporateCurrency`; an org with one currency has no such object. */
export const corporateCurrencyQuery: Query = {
  from: CurrencyType.name,
  select: [currency('IsoCode')],
  where: equal(currency('IsCorporate'), true),
  limit: 1,
};

/** The org has several currencies. */
export const hasSeveralCurrencies = exists(corporate);

/** The currency that Salesforce adds amounts up in. */
export const totalsCurrency: Expression<'text'> = fallback(corporate, input('currency'));

/** The field that holds a record's own currency, as a column of a query; missing in an org with one currency. */
export const currencyColumn: Expression<'text'> = choose(
  'text',
  [[hasSeveralCurrencies, COLUMN]],
  literal('text', null),
);

/** The currency of a record's own amounts. */
export function currencyOf(record: Expression): Expression<'text'> {
  return fallback(property('text', record, literal('text', COLUMN)), totalsCurrency);
}
