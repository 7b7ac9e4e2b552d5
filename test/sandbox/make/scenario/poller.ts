import { refuse } from '../refuse.ts';
import { startState, type TriggerStart, type TriggerState } from '../run-trigger.ts';
import type { BlueprintModule } from './blueprint.ts';
import type { ScenarioContext } from './context.ts';
import { RunFailed, RunStopped } from './error.ts';
import type { Execution } from './execution.ts';
import { pollOnce } from './first-module.ts';
import { continueWith, type Stretch } from './process-flow.ts';

/** Polls in cycles and remembers the trigger's position between runs. */
export function createPoller(
  context: ScenarioContext,
  first: BlueprintModule,
  stretch: Stretch,
  start: TriggerStart | undefined,
): (execution: Execution) => Promise<void> {
  const { dlq, roundtrips } = context.blueprint.metadata.scenario;
  let state: TriggerState | undefined =
    start === undefined ? undefined : startState(start, context.world.clock.now());
  return async (execution) => {
    for (let cycle = 0; cycle < roundtrips; cycle += 1) {
      for (const [name, { scope }] of execution.variables)
        if (scope === 'roundtrip') execution.variables.delete(name);
      const poll = await pollOnce(context, execution, first, state);
      if (poll.bundles.length === 0) return;
      try {
        await continueWith(context, execution, stretch, 0, poll.bundles, {});
      } catch (error) {
        const rolledBack =
          (error instanceof RunFailed && !dlq) || (error instanceof RunStopped && error.how === 'Rollback');
        if (rolledBack) refuse('rollback-position', context.blueprint.name);
        if (error instanceof RunFailed || error instanceof RunStopped) state = poll.state;
        throw error;
      }
      state = poll.state;
    }
  };
}
