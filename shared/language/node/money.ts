import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/**
 * An amount as ISO code and number; a missing amount stays missing.
 *
 * Whole amounts have no decimals, others two, rounded by floor(x*100+0.5)/100 in decimal arithmetic, with the separators
 * of the locale: `EUR 1,234.50`, `USD -1,000`. Exact up to 15 significant digits, as many as Salesforce's numbers keep in
 * JSON. A currency other than three capital letters A to Z is left out: `1,234.50`.
 */
export interface MoneyNode {
  readonly kind: 'money';
  readonly type: 'text';
  readonly amount: Expression<'number'>;
  readonly currency: Expression<'text'>;
}

/** An amount with its ISO currency code. */
export function money(amount: Expression<'number'>, currency: Operand<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'money', type: 'text', amount, currency: lift('text', currency) });
}
