import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/** An amount as ISO code and number, whole amounts without decimals, others rounded to two by floor(x*100+0.5)/100; a missing amount stays missing. */
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
