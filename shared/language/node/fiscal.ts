import type { Expression } from './node.ts';

/** The day lies in the current fiscal quarter or year of the org. */
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
