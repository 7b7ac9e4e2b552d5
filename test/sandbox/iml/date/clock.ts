import type { ImlEnvironment } from '../environment.ts';
import { ImlError } from '../error.ts';
import { refuse } from '../refuse.ts';

/** Epoch seconds of epoch `milliseconds`; refused inside a second, where rounding is open. */
export function wholeSeconds(milliseconds: number): number {
  return milliseconds % 1000 === 0 ? milliseconds / 1000 : refuse('fraction-of-second', milliseconds);
}

/** The next random number of the environment, 0 ≤ x < 1. */
export function randomFrom(environment: ImlEnvironment): number {
  if (environment.random === undefined)
    throw new ImlError(
      'The expression uses random, but the environment gives no `random` function. Add one.',
    );
  return environment.random();
}
