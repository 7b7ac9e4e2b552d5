import { passesMakeFilter } from '../../make-filter/make-filter.ts';
import { MakeError } from '../error.ts';
import { refuse } from '../refuse.ts';
import type { Bundle } from '../run-module.ts';
import { aggregate } from './aggregate.ts';
import { type BlueprintModule, FLOW_MODULES, isAggregator } from './blueprint.ts';
import { chooseBranch } from './choose-branch.ts';
import type { ScenarioContext } from './context.ts';
import { RunFailed } from './error.ts';
import { type Bundles, countOperation, type Execution, noteBundles } from './execution.ts';
import { handleError } from './handle-error.ts';
import { mapperEnvironment } from './mapper.ts';
import { runOnce } from './run-once.ts';

/** What happens to a bundle that reaches the end of its stretch of flow. */
export type FlowEnd = (execution: Execution, bundles: Bundles) => Promise<void>;

/** A stretch of a flow: its modules up to `stop`, and what follows. */
export interface Stretch {
  readonly flow: readonly BlueprintModule[];
  /** Index of the first module that no longer belongs to it. */
  readonly stop: number;
  readonly end: FlowEnd;
}

/** Takes one bundle through a stretch from an index on, depth first, as Make does. */
async function processFlow(
  context: ScenarioContext,
  execution: Execution,
  stretch: Stretch,
  index: number,
  bundles: Bundles,
): Promise<void> {
  const module = stretch.flow[index];
  if (index >= stretch.stop || module === undefined) return stretch.end(execution, bundles);
  const environment = mapperEnvironment(context.world, bundles);
  if (module.filter && !passesMakeFilter(module.filter, environment)) return;
  if (module.module === FLOW_MODULES.router) return takeRoutes(context, execution, module, bundles);
  if (module.module === FLOW_MODULES.ifElse)
    return takeBranch(context, execution, stretch, index, module, bundles);
  if (module.module === FLOW_MODULES.merge) return refuse('merge-place', `module ${module.id}`);
  if (isAggregator(module)) return refuse('aggregator-place', `module ${module.id}`);
  return runAt(context, execution, stretch, index, module, bundles);
}

/** Runs the module at an index, its filter passed, and goes on with what it emits. */
export async function runAt(
  context: ScenarioContext,
  execution: Execution,
  stretch: Stretch,
  index: number,
  module: BlueprintModule,
  bundles: Bundles,
): Promise<void> {
  let emitted: readonly Bundle[];
  try {
    emitted = await runOnce(context, execution, module, bundles);
  } catch (error) {
    if (!(error instanceof MakeError)) throw error;
    const resume = (later: Execution) => runAt(context, later, stretch, index, module, bundles);
    emitted = await handleError(context, execution, module, error, bundles, resume);
  }
  await continueWith(context, execution, stretch, index, emitted, bundles);
}

/** Goes on after the module at an index with the bundles it emitted, into its aggregator if it has one. */
export async function continueWith(
  context: ScenarioContext,
  execution: Execution,
  stretch: Stretch,
  index: number,
  emitted: readonly Bundle[],
  bundles: Bundles,
): Promise<void> {
  const id = stretch.flow[index]?.id ?? 0;
  const at = stretch.flow.findIndex(
    (module, place) =>
      place > index && place < stretch.stop && isAggregator(module) && module.parameters?.feeder === id,
  );
  const aggregator = stretch.flow[at];
  if (aggregator === undefined) {
    await inTurn(context, emitted, (bundle) =>
      processFlow(context, execution, stretch, index + 1, { ...bundles, [id]: bundle }),
    );
    return;
  }
  const collected: Bundles[] = [];
  const inner: Stretch = {
    flow: stretch.flow,
    stop: at,
    end: async (_, reached) => void collected.push(reached),
  };
  execution.aggregations += 1;
  await inTurn(context, emitted, (bundle) =>
    processFlow(context, execution, inner, index + 1, { ...bundles, [id]: bundle }),
  );
  execution.aggregations -= 1;
  const reaching = collected.filter(
    (reached) =>
      !aggregator.filter || passesMakeFilter(aggregator.filter, mapperEnvironment(context.world, reached)),
  );
  const bundle = aggregate(context, aggregator, reaching);
  countOperation(execution, aggregator.id);
  noteBundles(execution, aggregator.id, [bundle]);
  await processFlow(context, execution, stretch, at + 1, { ...bundles, [aggregator.id]: bundle });
}

/** One after the other; a failing one must be the last, unless the run is simply rolled back. */
async function inTurn<T>(
  context: ScenarioContext,
  all: readonly T[],
  take: (one: T) => Promise<void>,
): Promise<void> {
  for (const [index, one] of all.entries()) {
    try {
      await take(one);
    } catch (error) {
      const left = error instanceof RunFailed && index < all.length - 1;
      if (left && context.blueprint.metadata.scenario.dlq)
        refuse('bundles-left', `${all.length - index - 1} left`);
      throw error;
    }
  }
}

async function takeRoutes(
  context: ScenarioContext,
  execution: Execution,
  router: BlueprintModule,
  bundles: Bundles,
): Promise<void> {
  await inTurn(context, router.routes ?? [], ({ flow }) =>
    processFlow(context, execution, { flow, stop: flow.length, end: async () => {} }, 0, bundles),
  );
}

async function takeBranch(
  context: ScenarioContext,
  execution: Execution,
  stretch: Stretch,
  index: number,
  module: BlueprintModule,
  bundles: Bundles,
): Promise<void> {
  countOperation(execution, module.id, false);
  const branch = chooseBranch(module, mapperEnvironment(context.world, bundles));
  const merge = stretch.flow[index + 1];
  const end: FlowEnd = async (later) => {
    if (branch.merge !== true || merge === undefined) return;
    countOperation(later, merge.id, false);
    await processFlow(context, later, stretch, index + 2, bundles);
  };
  await processFlow(context, execution, { flow: branch.flow, stop: branch.flow.length, end }, 0, bundles);
}
