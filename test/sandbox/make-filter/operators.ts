import {
  arrayOf,
  booleanOf,
  dateOf,
  dateOrTextOf,
  filledText,
  foldCase,
  kindOf,
  numberOf,
  textOf,
  timesOf,
  versionOf,
} from './operands.ts';
import { refuse } from './refuse.ts';

/** A filter operator: how many operands it takes and when it holds. */
export interface Operator {
  readonly operands: 1 | 2;
  readonly holds: (a: unknown, b: unknown) => boolean;
}

type Test = (a: unknown, b: unknown) => boolean;
type Entry = readonly [name: string, operator: Operator];

const ORDERS: readonly (readonly [string, (difference: number) => boolean])[] = [
  ['equal', (difference) => difference === 0],
  ['notequal', (difference) => difference !== 0],
  ['greater', (difference) => difference > 0],
  ['less', (difference) => difference < 0],
  ['greaterorequal', (difference) => difference >= 0],
  ['lessorequal', (difference) => difference <= 0],
];

const TEXT_TESTS: readonly (readonly [string, (a: string, b: string) => boolean])[] = [
  ['equal', (a, b) => a === b],
  ['contain', (a, b) => a.includes(b)],
  ['startwith', (a, b) => a.startsWith(b)],
  ['endwith', (a, b) => a.endsWith(b)],
];

/** The complete list of Make's filter operators; `pattern` is known and refused. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['exist', { operands: 1, holds: exists }],
  ['notexist', { operands: 1, holds: (a) => !exists(a) }],
  ...TEXT_TESTS.flatMap(([name, test]) => [
    ...withNot('text', name, '', (a, b) => test(textOf(a), filledText(b))),
    ...withNot('text', name, ':ci', (a, b) => test(foldCase(textOf(a)), foldCase(filledText(b)))),
  ]),
  ...withNot('text', 'pattern', '', () => refuse('pattern', 'text:pattern')),
  ...withNot('text', 'pattern', ':ci', () => refuse('pattern', 'text:pattern:ci')),
  ...ordered('number', (a, b) => numberOf(a) - numberOf(b)),
  ...ordered('date', (a, b) => dateOf(a) - dateOrTextOf(b)),
  ...ordered('time', compareTimes),
  ...ordered('semver', compareVersions),
  ...ordered('array', (a, b) => arrayOf(a).length - numberOf(b)),
  ...withNot('array', 'contain', '', (a, b) => itemsOf(a).includes(filledText(b))),
  ...withNot('array', 'contain', ':ci', (a, b) =>
    itemsOf(a)
      .map(foldCase)
      .includes(foldCase(filledText(b))),
  ),
  ...withNot('boolean', 'equal', '', (a, b) => booleanOf(a, false) === booleanOf(b, true)),
]);

/** A test and its negation, whose name has `not` in front. */
function withNot(kind: string, name: string, suffix: string, test: Test): readonly Entry[] {
  return [
    [`${kind}:${name}${suffix}`, { operands: 2, holds: test }],
    [`${kind}:not${name}${suffix}`, { operands: 2, holds: (a, b) => !test(a, b) }],
  ];
}

function ordered(kind: string, difference: (a: unknown, b: unknown) => number): readonly Entry[] {
  return ORDERS.map(([name, holds]) => [
    `${kind}:${name}`,
    { operands: 2, holds: (a, b) => holds(difference(a, b)) },
  ]);
}

function exists(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  const isEmpty =
    value === '' ||
    (typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0);
  return isEmpty ? refuse('empty-exists', kindOf(value)) : true;
}

function itemsOf(value: unknown): readonly string[] {
  return arrayOf(value).map((item) => (typeof item === 'string' ? item : refuse('array-item', kindOf(item))));
}

function compareTimes(a: unknown, b: unknown): number {
  const [left, right] = timesOf(a, b);
  return left < right ? -1 : Number(left > right);
}

function compareVersions(a: unknown, b: unknown): number {
  const right = versionOf(b);
  const differences = versionOf(a).map((part, index) => part - (right[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
