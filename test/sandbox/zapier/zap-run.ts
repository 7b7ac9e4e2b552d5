import type { CheckedZap } from './check-zap.ts';
import { StepFailed } from './connection.ts';
import { guardedEndOf, isGuarded } from './error-handler.ts';
import { executeStep, type StepContext } from './execute-step.ts';
import { InputProblem } from './input-data.ts';
import type { Step } from './step-tree.ts';
import { ZapProblem } from './zap-problem.ts';

/** How a step or a run ended; `held` ones go on once a person has reconnected or released them. */
export type Outcome = 'success' | 'filtered' | 'halted' | 'errored' | 'held';

/** What one step of a run did. */
export interface StepResult {
  readonly title: string;
  readonly outcome: Outcome;
  readonly output: unknown;
  readonly error?: string;
}

/** One run of a Zap; `tasks` counts its successful actions and searches. */
export interface ZapRun {
  readonly outcome: Outcome;
  readonly tasks: number;
  readonly steps: readonly StepResult[];
}

/** What a run has done so far, by step id; a run that goes on later skips what has succeeded. */
export type Progress = Map<number, StepResult>;

/** The outcomes of parallel paths, the one that matters most first. */
const PRECEDENCE: readonly Outcome[] = ['held', 'errored', 'halted', 'success', 'filtered'];

/** The kinds of steps that cost a task. */
const BILLED: ReadonlySet<string | undefined> = new Set(['create', 'search', 'slack-message']);

/** Runs the steps after the trigger, or those that are left of them. `progress` holds the trigger's result. */
export async function runSteps(zap: CheckedZap, progress: Progress, context: StepContext): Promise<ZapRun> {
  return summarize(zap, await follow(zap.trigger, zap, progress, context), progress);
}

/** The run in a progress. */
export function summarize({ operations }: CheckedZap, outcome: Outcome, progress: Progress): ZapRun {
  const billed = [...progress].filter(
    ([id, { outcome }]) => outcome === 'success' && BILLED.has(operations.get(id)?.kind),
  );
  return { outcome, tasks: billed.length, steps: [...progress.values()] };
}

/** How a step ended that threw. */
export function failedStep(step: Step, error: unknown): StepResult {
  const title = titleOf(step);
  if (error instanceof InputProblem || error instanceof ZapProblem)
    return { title, outcome: 'errored', output: {}, error: error.message };
  if (!(error instanceof StepFailed)) throw error;
  const { kind, message } = error.failure;
  const outcome = kind === 'halted' ? 'halted' : kind === 'expired' ? 'held' : 'errored';
  return { title, outcome, output: {}, error: message };
}

/** The title a step shows in the editor. */
export function titleOf({ node }: Step): string {
  return node.meta.stepTitle ?? node.title;
}

async function follow(
  step: Step,
  zap: CheckedZap,
  progress: Progress,
  context: StepContext,
): Promise<Outcome> {
  if (zap.operations.get(step.node.id)?.kind === 'paths') return followPaths(step, zap, progress, context);
  const [next] = step.next;
  if (next === undefined) return 'success';
  const outcome = await advance(next, zap, progress, context);
  const goesOn = outcome === 'success' || (outcome === 'errored' && isGuarded(next));
  return goesOn ? follow(next, zap, progress, context) : outcome;
}

async function followPaths(
  paths: Step,
  zap: CheckedZap,
  progress: Progress,
  context: StepContext,
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  let taken = false;
  for (const branch of paths.next) {
    const rule = fixedRule(branch, paths, progress, taken);
    const outcome =
      rule === undefined
        ? await advance(branch, zap, progress, context)
        : note(branch, progress, { outcome: rule ? 'success' : 'filtered', output: {} });
    if (rule === undefined && outcome === 'success') taken = true;
    outcomes.push(outcome === 'success' ? await follow(branch, zap, progress, context) : outcome);
  }
  return PRECEDENCE.find((outcome) => outcomes.includes(outcome)) ?? 'filtered';
}

/** Whether a branch is taken that asks for no field; `undefined` for one that has rules. */
function fixedRule(branch: Step, paths: Step, progress: Progress, taken: boolean): boolean | undefined {
  const { isAlwaysRun, path_eval_stage } = branch.node.params;
  const end = guardedEndOf(branch);
  if (end !== undefined) {
    const guarded = progress.get(Number(paths.node.parent_id));
    return (guarded?.outcome === 'errored') === (end === 'error');
  }
  if (isAlwaysRun === true) return true;
  return path_eval_stage === 9 ? !taken : undefined;
}

async function advance(
  step: Step,
  { operations }: CheckedZap,
  progress: Progress,
  context: StepContext,
): Promise<Outcome> {
  const operation = operations.get(step.node.id);
  const done = progress.get(step.node.id);
  if (done?.outcome === 'success' || operation === undefined) return 'success';
  if (done?.outcome === 'errored' && isGuarded(step)) return 'errored';
  const outputs = new Map([...progress].map(([id, { output }]) => [id, output]));
  try {
    return note(step, progress, await executeStep(step, operation, outputs, context));
  } catch (error) {
    return note(step, progress, failedStep(step, error));
  }
}

function note(step: Step, progress: Progress, result: Omit<StepResult, 'title'>): Outcome {
  progress.set(step.node.id, { title: titleOf(step), ...result });
  return result.outcome;
}
