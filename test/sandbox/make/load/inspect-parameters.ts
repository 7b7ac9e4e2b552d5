import type { Code } from './code.ts';
import { type Problem, pointer, refusalProblem } from './problem.ts';
import type { Reader } from './reader.ts';

/** Reports IML in a parameter or interface file. */
export function inspectParameters(reader: Reader, code: Code): void {
  reader.find(() => imlIn(code.json, code.file, ''));
}

function imlIn(tree: unknown, file: string, path: string): readonly Problem[] {
  if (typeof tree === 'string')
    return tree.includes('{{') ? [refusalProblem('iml-in-parameters', file, path)] : [];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => imlIn(value, file, pointer(path, key)));
}
