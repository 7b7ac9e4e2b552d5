import type { MakeError } from '../error.ts';
import { refuse } from '../refuse.ts';
import type { Bundle } from '../run-module.ts';
import { type BlueprintModule, DIRECTIVES } from './blueprint.ts';
import type { ScenarioContext } from './context.ts';
import { RunFailed, RunStopped, UntypedError } from './error.ts';
import type { Bundles, Continuation, Execution } from './execution.ts';
import { mapperEnvironment, renderMapper } from './mapper.ts';
import { retryMinutes } from './retry-schedule.ts';
import { runOnce } from './run-once.ts';

/** Deals with an error of a module; answers the bundles its flow goes on with. */
export async function handleError(
  context: ScenarioContext,
  execution: Execution,
  module: BlueprintModule,
  error: MakeError,
  bundles: Bundles,
  resume: Continuation,
): Promise<readonly Bundle[]> {
  const handler = module.onerror ?? [];
  const directive = handler.at(-1);
  if (directive === undefined) return unhandled(context, execution, module, error, resume);
  const seen: Bundles = { ...bundles, [module.id]: { error: { message: error.message } } };
  const environment = mapperEnvironment(
    context.world,
    await runHandler(context, execution, handler.slice(0, -1), seen),
  );
  const fields = renderMapper(directive.mapper ?? {}, environment);
  const note = (handledBy: 'Resume' | 'Ignore' | 'Break' | 'Commit' | 'Rollback') =>
    void execution.errors.push({ module: module.id, error, handledBy });
  switch (directive.module) {
    case DIRECTIVES.resume:
      note('Resume');
      return [fields];
    case DIRECTIVES.ignore:
      note('Ignore');
      return [];
    case DIRECTIVES.break:
      note('Break');
      store(execution, module, error, resume, breakWaits(fields));
      return [];
    case DIRECTIVES.commit:
      note('Commit');
      throw new RunStopped('Commit');
    case DIRECTIVES.rollback:
      note('Rollback');
      throw new RunStopped('Rollback');
    default:
      return refuse('handler-end', `module ${module.id}`);
  }
}

/** The ordinary modules of a handler, each of which emits one bundle. */
async function runHandler(
  context: ScenarioContext,
  execution: Execution,
  modules: readonly BlueprintModule[],
  seen: Bundles,
): Promise<Bundles> {
  let bundles = seen;
  for (const module of modules) {
    const [bundle] = await runOnce(context, execution, module, bundles);
    if (bundle === undefined) return refuse('handler-end', `module ${module.id}`);
    bundles = { ...bundles, [module.id]: bundle };
  }
  return bundles;
}

function unhandled(
  context: ScenarioContext,
  execution: Execution,
  module: BlueprintModule,
  error: MakeError,
  resume: Continuation,
): readonly Bundle[] {
  if (error instanceof UntypedError) refuse(error.refusal, `module ${module.id}`);
  const { dlq } = context.blueprint.metadata.scenario;
  if (error.type === 'DuplicateDataError' && !dlq) {
    execution.errors.push({ module: module.id, error, handledBy: undefined });
    return [];
  }
  execution.errors.push({ module: module.id, error, handledBy: dlq ? 'stored' : undefined });
  if (dlq) store(execution, module, error, resume, retryMinutes(error.type));
  throw new RunFailed(error);
}

function store(
  execution: Execution,
  module: BlueprintModule,
  error: MakeError,
  resume: Continuation,
  waits: readonly number[],
): void {
  if (execution.aggregations > 0) refuse('break-in-aggregation', `module ${module.id}`);
  execution.unfinished.push({ module: module.id, error, resume, waits });
}

/** The attempts a Break asks for: 3 every 15 minutes unless it says otherwise. */
function breakWaits({
  retry = false,
  count = 3,
  interval = 15,
}: Readonly<Record<string, unknown>>): readonly number[] {
  if (retry !== true && retry !== 'true') return [];
  return Array.from({ length: Number(count) }, () => Number(interval));
}
