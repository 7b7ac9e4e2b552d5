import { type Condition, exists, includes, literal, not, or, parametersOf } from '../language/index.ts';

const input = parametersOf({ signals: 'list' });

/** One of the signals is chosen; all of them are when none is named. */
export function isChosen(...signals: readonly string[]): Condition {
  const all = not(exists(input('signals')));
  return or(all, ...signals.map((signal) => includes(input('signals'), literal('text', signal))));
}
