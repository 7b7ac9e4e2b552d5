import { isPlainNumber } from '../../../iml/value.ts';
import { refuse } from '../../refuse.ts';
import type { StockCall } from './stock-module.ts';

/** A field that must be a text and not empty. */
export function textField({ fields, module }: StockCall, name: string): string {
  const value = fields[name];
  return typeof value === 'string' && value !== ''
    ? value
    : refuse('stock-field', `module ${module.id} ${name}`);
}

/** A field that must be a number, or a number as text. */
export function numberField({ fields, module }: StockCall, name: string): number {
  const value = fields[name];
  const readable = typeof value === 'number' || (typeof value === 'string' && isPlainNumber(value));
  return readable ? Number(value) : refuse('stock-field', `module ${module.id} ${name}`);
}

/** A field that must be a boolean, or one as text. */
export function booleanField({ fields, module }: StockCall, name: string): boolean {
  const value = fields[name];
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : refuse('stock-field', `module ${module.id} ${name}`);
}
