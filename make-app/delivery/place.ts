import { type Roots, rootsIn } from '../../shared/target/iml/roots.ts';

/** Where a delivery module keeps what it works with; `answer` is where the step's own answer is found. */
export function rootsOf(prefix: string, answer = 'body'): Roots {
  return rootsIn(prefix, { parameters: 'temp.input', locale: 'temp.input.locale', answer });
}
