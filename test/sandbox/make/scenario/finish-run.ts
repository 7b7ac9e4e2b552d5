import { MakeError, type MakeErrorType } from '../error.ts';
import { refuse } from '../refuse.ts';
import type { ScenarioContext } from './context.ts';
import { RunFailed, RunStopped } from './error.ts';
import { type Execution, reportOf } from './execution.ts';
import type { RunReport } from './report.ts';

/** Types that end a run as a warning when the execution could be stored. */
const WARNED: readonly MakeErrorType[] = [
  'RateLimitError',
  'ConnectionError',
  'ModuleTimeoutError',
  'DataError',
  'DuplicateDataError',
];

/** Takes a run to its end: commits or rolls back, and reports. Errors of the app or the sandbox itself are thrown on. */
export async function finishRun(
  context: ScenarioContext,
  execution: Execution,
  work: () => Promise<void>,
): Promise<RunReport> {
  try {
    await work();
    const warned = execution.errors.some(({ handledBy }) => handledBy === 'Break' || handledBy === undefined);
    return reportOf(execution, warned ? 'warning' : 'success');
  } catch (error) {
    if (error instanceof RunStopped) {
      if (error.how === 'Commit') return reportOf(execution, 'success');
      rollBack(context, execution);
      return reportOf(execution, 'error');
    }
    const failure = error instanceof RunFailed ? error.error : error;
    if (!(failure instanceof MakeError)) throw failure;
    const stored = execution.unfinished.some((unfinished) => unfinished.error === failure);
    if (stored && WARNED.includes(failure.type)) return reportOf(execution, 'warning');
    if (!execution.errors.some((known) => known.error === failure))
      execution.errors.push({ module: 0, error: failure, handledBy: undefined });
    rollBack(context, execution);
    return reportOf(execution, 'error');
  }
}

function rollBack(context: ScenarioContext, execution: Execution): void {
  if (execution.undo.length === 0) return;
  if (context.blueprint.metadata.scenario.autoCommit) refuse('rollback-auto-commit', context.blueprint.name);
  for (const undo of execution.undo.toReversed()) undo();
  execution.undo.length = 0;
}
