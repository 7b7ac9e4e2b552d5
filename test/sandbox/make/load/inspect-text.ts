import type { Dialect } from '../../iml/iml.ts';
import type { RefusalId } from '../refusals.ts';
import { pathsOf, type ReadPath } from './paths-of.ts';
import { type Problem, pointer, refusalProblem } from './problem.ts';

/** Judges one variable that a text reads; answers the refusal it runs into, if any. */
export type PathRule = (read: ReadPath) => RefusalId | undefined;

/** Checks the IML of every text in a JSON tree: that it parses, and that a rule accepts each variable it reads. */
export function inspectTexts(
  tree: unknown,
  dialect: Dialect,
  rule: PathRule,
  file: string,
  path: string,
): readonly Problem[] {
  if (typeof tree === 'string') return inspectText(tree, dialect, rule, file, path);
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    inspectTexts(value, dialect, rule, file, pointer(path, key)),
  );
}

function inspectText(
  text: string,
  dialect: Dialect,
  rule: PathRule,
  file: string,
  path: string,
): readonly Problem[] {
  try {
    const refusals = new Set(pathsOf(text, dialect).map(rule));
    return [...refusals].flatMap((id) => (id === undefined ? [] : [refusalProblem(id, file, path)]));
  } catch (error) {
    return [{ file, path, reason: (error as Error).message }];
  }
}

/** Accepts the variables named, and of those with listed fields only these fields. */
export function onlyVariables(
  variables: readonly string[],
  fields: Readonly<Record<string, { readonly names: readonly string[]; readonly refusal: RefusalId }>> = {},
): PathRule {
  return ({ root, steps }) => {
    if (root === 'pagination') return 'pagination-counter';
    if (!variables.includes(root)) return 'variable-out-of-place';
    const known = Object.hasOwn(fields, root) ? fields[root] : undefined;
    const [first] = steps;
    const name = first !== undefined && 'name' in first ? first.name : '';
    return known === undefined || known.names.includes(name) ? undefined : known.refusal;
  };
}
