import { refuse } from '../refuse.ts';

/** Whether two texts or numbers are the same; refused where a loose and a strict reading differ, or for other values. */
export function looselySame(left: unknown, right: unknown): boolean {
  if (!isPlain(left) || !isPlain(right)) return refuse('compare-items', isPlain(left) ? right : left);
  if (typeof left === typeof right) return left === right;
  return String(left) === String(right) || Number(left) === Number(right)
    ? refuse('compare-items', left)
    : false;
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
