import { problemText } from '../load/problem.ts';
import { allModules, type Blueprint, isDirective } from './blueprint.ts';
import { blueprintProblems } from './blueprint-problems.ts';
import type { ModuleStandIn } from './context.ts';
import { ScenarioError } from './error.ts';

/** The blueprint in a parsed file; throws ScenarioError that lists every problem. */
export function prepareBlueprint(
  json: unknown,
  standIns: Readonly<Record<string, ModuleStandIn>>,
): Blueprint {
  const problems = blueprintProblems(json, 'blueprint', Object.keys(standIns));
  if (problems.length > 0) throw new ScenarioError(`The blueprint cannot run:\n${problemText(problems)}`);
  const blueprint = json as Blueprint;
  const breaks = allModules(blueprint.flow).find(
    (module) => isDirective(module) && module.module === 'builtin:Break',
  );
  if (breaks !== undefined && !blueprint.metadata.scenario.dlq)
    throw new ScenarioError(
      `Module ${breaks.id} (Break) stores executions, but metadata.scenario.dlq is false. Set it to true.`,
    );
  return blueprint;
}
