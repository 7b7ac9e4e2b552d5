import { refuse } from '../refuse.ts';
import { APP_RUNTIME } from './app-runtime.ts';
import { ARRAY } from './array.ts';
import { DATE } from './date.ts';
import type { ImlFunction } from './define.ts';
import { ENCODE } from './encode.ts';
import { GENERAL } from './general.ts';
import { HASH } from './hash.ts';
import { LAZY } from './lazy.ts';
import { LETTER_CASE } from './letter-case.ts';
import { MAP } from './map-items.ts';
import { NUMBER } from './number.ts';
import { REPLACE } from './replace.ts';
import { SORT } from './sort.ts';
import { STATISTICS } from './statistics.ts';
import { TEXT } from './text.ts';

const FUNCTIONS: ReadonlyMap<string, ImlFunction> = new Map([
  ...LAZY,
  ...GENERAL,
  ...TEXT,
  ...LETTER_CASE,
  ...REPLACE,
  ...ENCODE,
  ...HASH,
  ...NUMBER,
  ...STATISTICS,
  ...DATE,
  ...ARRAY,
  ...MAP,
  ...SORT,
  ...APP_RUNTIME,
]);

/** Every function name the interpreter knows, those it always refuses included. */
export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.keys()];

/** The function of that exact name; refuses an unknown one, and one of the app runtime outside of it. */
export function functionNamed(name: string, appRuntime: boolean): ImlFunction {
  const found = FUNCTIONS.get(name) ?? refuse('unknown-function', name);
  return found.appRuntime && !appRuntime ? refuse('app-runtime-function', name) : found;
}
