import { existsSync, readFileSync } from 'node:fs';
import { parseImlJson } from './load/imljson.ts';
import { ScenarioError } from './scenario/error.ts';

/** Reads a blueprint file for `openScenario` or `checkBlueprint`; throws with file, line and column when it is no JSON. */
export function loadBlueprint(file: string): unknown {
  if (!existsSync(file)) throw new ScenarioError(`${file} does not exist. Correct the path.`);
  return parseImlJson(readFileSync(file, 'utf8'), file, 'plain');
}
