import fc from 'fast-check';
import {
  type Condition,
  type Expression,
  equal,
  fallback,
  field,
  greater,
  greaterOrEqual,
  type Kind,
  less,
  lessOrEqual,
  notEqual,
  type Type,
} from '../../shared/language/index.ts';
import { LEAF, type Tree } from './leaf.ts';
import { STATES } from './scope.ts';
import { NODE } from './tree.ts';

type Grown = { readonly [T in Type]: Tree<T> };

/** Children that are leaves, or one level more. */
export function grow(depth: number): Grown {
  if (depth === 0) return LEAF;
  const below = depth - 1;
  const of = <T extends Type>(type: T, kinds: readonly Kind[]): Tree<T> =>
    fc.oneof(
      { weight: 2, arbitrary: LEAF[type] as unknown as Tree<T> },
      ...kinds.map((kind) => ({
        weight: 1,
        arbitrary: NODE[kind](below).filter((node) => node.type === type) as unknown as Tree<T>,
      })),
    );
  return {
    text: of('text', [
      'concat',
      'choose',
      'fallback',
      'escape',
      'truncate',
      'money',
      'join',
      'rows',
      'part',
      'date-text',
      'named-field',
    ]),
    number: of('number', ['add', 'length', 'epoch-seconds']),
    boolean: of('boolean', [
      'and',
      'or',
      'not',
      'compare',
      'between',
      'in',
      'match',
      'exists',
      'includes',
      'relative-date',
      'fiscal',
    ]),
    date: LEAF.date,
    instant: LEAF.instant,
    list: of('list', ['collect', 'distinct', 'pluck', 'append']),
  };
}

/** Arbitraries of a node that changes one text. */
export const textMap =
  (build: (value: Expression<'text'>) => Expression) =>
  (depth: number): Tree =>
    grow(depth).text.map(build);

/** Entries of a `collect`. */
export const entries = (depth: number) =>
  fc.array(fc.record({ when: grow(depth).boolean, value: grow(depth).text }), { maxLength: 4 });

/** Comparisons of two values of one type. */
export function compared(depth: number): Tree<'boolean'> {
  const { text, number, boolean, date } = grow(depth);
  const both = <T extends Type>(
    operand: Tree<T>,
    builders: readonly ((left: Expression<T>, right: Expression<T>) => Condition)[],
  ) =>
    fc
      .tuple(operand, operand, fc.constantFrom(...builders))
      .map(([left, right, build]) => build(left, right));
  const ordered = [equal, notEqual, less, lessOrEqual, greater, greaterOrEqual] as const;
  return fc.oneof(
    both(text, [equal, notEqual]),
    both(boolean, [equal, notEqual]),
    both(number, ordered),
    both(date, ordered),
    both(LEAF.instant, ordered),
    fc
      .tuple(fc.constant(field('text', 'StageName')), fc.constantFrom(...STATES))
      .map(([left, right]) => equal(left, right)),
  );
}

/** Fallbacks over values of one type. */
export function fallbacks(depth: number): Tree {
  const { text, number, date, list } = grow(depth);
  const of = <T extends Type>(operand: Tree<T>) =>
    fc
      .tuple(operand, operand, operand)
      .map(([first, ...others]) => fallback(first, ...(others as unknown as never[])) as Expression);
  return fc.oneof(of(text), of(text), of(number), of(date), of(list));
}
