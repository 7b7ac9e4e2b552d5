import { existsSync, readFileSync } from 'node:fs';
import { parseImlJson } from './load/imljson.ts';
import { problemText } from './load/problem.ts';
import type { Blueprint } from './scenario/blueprint.ts';
import { blueprintProblems } from './scenario/blueprint-problems.ts';
import { ScenarioError } from './scenario/error.ts';

/** Reads a blueprint file for `openScenario` or `checkBlueprint`; throws with file, line and column when it is no JSON. */
export function loadBlueprint(file: string): unknown {
  if (!existsSync(file)) throw new ScenarioError(`${file} does not exist. Correct the path.`);
  return parseImlJson(readFileSync(file, 'utf8'), file, 'plain');
}

/** Reads a blueprint file that has the form of one; throws as `loadBlueprint`, and ScenarioError with every problem. */
export function readBlueprint(file: string): Blueprint {
  return checked(loadBlueprint(file), file);
}

/** The same from the text of a file. */
export function parseBlueprint(text: string, file: string): Blueprint {
  return checked(parseImlJson(text, file, 'plain'), file);
}

function checked(json: unknown, file: string): Blueprint {
  const problems = blueprintProblems(json, file, []);
  if (problems.length > 0) throw new ScenarioError(`The blueprint cannot run:\n${problemText(problems)}`);
  return json as Blueprint;
}
