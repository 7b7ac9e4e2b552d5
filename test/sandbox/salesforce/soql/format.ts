import { parseDatetime } from '../instant.ts';
import type { Org } from '../org.ts';
import type { Field, Row, Value } from '../schema/type.ts';
import { picklistValues } from '../visible.ts';
import { currencyOf, inCorporateCurrency } from './corporate.ts';
import { invalidField, malformed } from './malformed.ts';

/** Turns a field's value into what a select function shows instead. */
export type Transform = (value: Value, row: Row) => Value;

const FUNCTIONS = ['FORMAT', 'TOLABEL', 'CONVERTCURRENCY'];

/** Whether a function may stand in a select list without grouping. */
export function isTransform(functionName: string): boolean {
  return FUNCTIONS.includes(functionName.toUpperCase());
}

/** The transform of FORMAT, toLabel or convertCurrency on a field. */
export function transformOf(org: Org, functionName: string, field: Field): Transform {
  switch (functionName.toUpperCase()) {
    case 'FORMAT':
      return (value, row) => formatValue(org, field, value, row);
    case 'TOLABEL': {
      if (field.type !== 'picklist') throw invalidField(`toLabel is not supported on field ${field.name}`);
      const labels = new Map(picklistValues(org, field).map((known) => [known.value, known.label]));
      return (value) => (typeof value === 'string' ? (labels.get(value) ?? value) : value);
    }
    case 'CONVERTCURRENCY':
      if (!org.features.multiCurrency)
        throw malformed('convertCurrency() requires that the org is enabled for multiple currencies');
      if (field.type !== 'currency') throw invalidField(`${field.name} is not a currency field`);
      return (value, row) => inCorporateCurrency(org, value, row);
    default:
      throw malformed(`unexpected token: '${functionName}'`);
  }
}

/** A value as the user's locale, en_US, shows it. */
function formatValue(org: Org, field: Field, value: Value, row: Row): Value {
  if (value === null) return null;
  const timeZone = org.timeZone();
  switch (field.type) {
    case 'currency': {
      const amount = Number(value).toLocaleString('en-US', {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      });
      return org.features.multiCurrency ? `${currencyOf(row)} ${amount}` : `$${amount}`;
    }
    case 'double':
    case 'int':
      return Number(value).toLocaleString('en-US');
    case 'percent':
      return `${Number(value).toLocaleString('en-US')}%`;
    case 'date':
      return new Date(`${value}T00:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC' });
    case 'datetime':
      return new Date(parseDatetime(String(value)) ?? 0)
        .toLocaleString('en-US', { timeZone, dateStyle: 'short', timeStyle: 'short' })
        .replaceAll('\u202f', ' ');
    default:
      return typeof value === 'string' ? value : String(value);
  }
}
