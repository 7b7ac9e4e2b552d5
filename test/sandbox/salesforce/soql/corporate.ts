import type { Org } from '../org.ts';
import type { Row, Value } from '../schema/type.ts';
import type { Operand } from './operand.ts';
import type { Path } from './path.ts';
import { pathOperand } from './scope.ts';

/**
 * A field as figures and orders see it: an amount of the record itself in the corporate currency, in an org with several;
 * any other field as it is.
 */
export function corporateOperand(org: Org, written: string, path: Path): Operand<Row> {
  const operand = pathOperand(written, path);
  if (!org.features.multiCurrency || path.field.type !== 'currency' || path.steps.length > 0) return operand;
  return { ...operand, read: (row) => inCorporateCurrency(org, path.read(row), row) };
}

/** An amount of a record in the corporate currency, rounded to cents. */
export function inCorporateCurrency(org: Org, amount: Value, row: Row): Value {
  if (amount === null) return null;
  const [type] = org.store.table('CurrencyType').having('IsoCode', currencyOf(row));
  return Math.round((Number(amount) / Number(type?.ConversionRate ?? 1)) * 100) / 100;
}

/** The currency of a record's amounts. */
export function currencyOf(row: Row): string {
  return String(row.CurrencyIsoCode ?? 'USD');
}
