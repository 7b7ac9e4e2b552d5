import type { Problem } from './load/problem.ts';
import { blueprintProblems } from './scenario/blueprint-problems.ts';

export type { Problem } from './load/problem.ts';

/**
 * Everything wrong with a blueprint on its own, without the apps it uses; `file` is named in the problems, and
 * `standIns` are modules of Make's own that whoever runs it provides.
 */
export function checkBlueprint(
  json: unknown,
  file = 'scenario.json',
  standIns: readonly string[] = [],
): readonly Problem[] {
  return blueprintProblems(json, file, standIns);
}
