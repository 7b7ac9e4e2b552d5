import type { Expression } from './node.ts';

/**
 * The day lies in the current fiscal quarter or year of the org; a missing day does not.
 *
 * SOQL asks Salesforce, which knows custom fiscal years and today in the time zone of the connected user; elsewhere the
 * year has twelve months from the org's first one (`fiscalYearStartMonth`), and today is in UTC.
 */
export interface FiscalNode {
  readonly kind: 'fiscal';
  readonly type: 'boolean';
  readonly value: Expression<'date'>;
  readonly period: 'quarter' | 'year';
}

/** The day lies in the current fiscal quarter or year. */
export function inFiscal(value: Expression<'date'>, period: FiscalNode['period']): Expression<'boolean'> {
  return Object.freeze({ kind: 'fiscal', type: 'boolean', value, period });
}
