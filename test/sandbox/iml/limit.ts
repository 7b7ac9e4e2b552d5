import { ImlLimitError } from './error.ts';

/** How much one call may read or produce; far above anything a module needs, low enough to stop a runaway. */
export const LIMITS = {
  /** UTF-16 units of one template or expression. */
  templateLength: 1_000_000,
  /** Parentheses, arguments and unary operators inside each other in one expression. */
  expressionDepth: 200,
  /** Operators of one expression without parentheses. */
  expressionOperators: 2_000,
  /** UTF-16 units of any text an expression yields. */
  textLength: 10_000_000,
  /** Items of any array an expression yields. */
  arrayLength: 100_000,
  /** Objects and arrays inside each other in a tree or value. */
  treeDepth: 100,
  /** Values in a tree. */
  treeSize: 100_000,
  /** Parsed templates remembered before all are forgotten. */
  rememberedTemplates: 5_000,
} as const;

/** Throws ImlLimitError when `size` is above the named limit; `what` says what was measured. */
export function checkLimit(limit: keyof typeof LIMITS, size: number, what: string): void {
  if (size > LIMITS[limit])
    throw new ImlLimitError(`${what} is ${size}; the limit ${limit} is ${LIMITS[limit]}. Make it smaller.`);
}
