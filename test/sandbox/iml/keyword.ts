import type { DialectRules } from './dialect.ts';

const VALUES: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['erase', null],
  ['ignore', undefined],
  ['undefined', undefined],
  ['emptystring', ''],
  ['space', ' '],
  ['nbsp', '\u00a0'],
  ['tab', '\t'],
  ['newline', '\n'],
  ['carriagereturn', '\r'],
  ['pi', Math.PI],
]);

/** Keywords whose value is made anew each time. */
const MADE = new Set(['now', 'timestamp', 'uuid', 'random', 'emptyarray']);

/** Whether `name` is a keyword or built-in variable, so that no variable can have that name. */
export function isKeyword(name: string, rules: DialectRules): boolean {
  return name === 'undefined' ? rules.undefinedKeyword : VALUES.has(name) || MADE.has(name);
}

/** The value of a keyword that never changes; asks `made` for the others. */
export function keywordValue(name: string, made: (name: string) => unknown): unknown {
  return MADE.has(name) ? made(name) : VALUES.get(name);
}
