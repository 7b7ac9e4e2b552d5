import { passesZapFilter } from '../zap-filter/zap-filter.ts';
import type { OperationDefinition } from './app-runtime.ts';
import { callOperation } from './call-operation.ts';
import type { Connection } from './connection.ts';
import { criteriaOf } from './criteria.ts';
import { type Outputs, resolveParam, toText } from './field-mapping.ts';
import { InputProblem } from './input-data.ts';
import type { Operation } from './operation.ts';
import { postSlackMessage } from './slack-message.ts';
import type { Step } from './step-tree.ts';
import type { Throttle } from './throttle.ts';

/** What the steps of a Zap have in common. */
export interface StepContext {
  readonly connection: Connection;
  readonly timezone: string;
  readonly autoreplay: boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly throttle: Throttle;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** When the last run of each Delay queue went on, by the queue's title. */
  readonly queues: Map<string, number>;
  /** The connection of Zapier's own Slack app. */
  readonly slack: Connection | undefined;
}

/** How a step that did not fail ended. */
export interface StepEnd {
  readonly outcome: 'success' | 'filtered' | 'halted';
  readonly output: unknown;
  readonly error?: string;
}

/** Milliseconds in a unit of a Delay step. */
const UNITS: Readonly<Record<string, number>> = {
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
};

/**
 * Runs one step after the trigger. Throws StepFailed or InputProblem when it fails, and ZapFilterRefusal for a filter
 * whose meaning is open.
 */
export async function executeStep(
  step: Step,
  operation: Operation,
  outputs: Outputs,
  context: StepContext,
): Promise<StepEnd> {
  switch (operation.kind) {
    case 'filter':
    case 'branch': {
      const passes = passesZapFilter(criteriaOf(step), Object.fromEntries(outputs));
      return { outcome: passes ? 'success' : 'filtered', output: {} };
    }
    case 'delay':
      await context.sleep(delayOf(step, outputs));
      return { outcome: 'success', output: {} };
    case 'queue':
      await context.sleep(queueUp(step, outputs, context));
      return { outcome: 'success', output: {} };
    case 'slack-message':
      if (context.slack === undefined)
        throw new Error('A Slack step needs an account; hand one over as `slack`.');
      return {
        outcome: 'success',
        output: await postSlackMessage(step, outputs, context.slack, context.autoreplay),
      };
    case 'create':
      return {
        outcome: 'success',
        output: await call('creates', step, operation.definition, outputs, context),
      };
    case 'search':
      return found(step, await call('searches', step, operation.definition, outputs, context));
    case 'paths':
    case 'schedule':
    case 'trigger':
    case 'hook':
    case 'slack-trigger':
      return { outcome: 'success', output: {} };
  }
}

function call(
  collection: 'creates' | 'searches',
  step: Step,
  definition: OperationDefinition,
  outputs: Outputs,
  context: StepContext,
): Promise<unknown> {
  return callOperation({ collection, step, definition, function: 'perform' }, context, outputs);
}

function found({ node }: Step, result: unknown): StepEnd {
  const page = result as readonly unknown[] | { readonly results: readonly unknown[] };
  const [first] = 'results' in page ? page.results : page;
  if (first !== undefined) return { outcome: 'success', output: first };
  return String(node.params._zap_search_success_on_miss) === 'true'
    ? { outcome: 'success', output: {} }
    : { outcome: 'halted', output: {}, error: 'Nothing was found.' };
}

/** Takes the next place in a queue; answers the milliseconds until it is that place's turn. */
function queueUp(step: Step, outputs: Outputs, { now, queues }: StepContext): number {
  const title = toText(resolveParam(step.node.params.queue_title, outputs, step.name));
  if (title === '') throw new InputProblem('Required field "queue_title" is missing.');
  const delay = delayOf(step, outputs);
  const last = queues.get(title);
  const turn = last === undefined ? now() : Math.max(now(), last + delay);
  queues.set(title, turn);
  return turn - now();
}

function delayOf(step: Step, outputs: Outputs): number {
  const { delay_for_value, delay_for_unit } = step.node.params;
  const text = toText(resolveParam(delay_for_value, outputs, step.name));
  const unit = UNITS[String(delay_for_unit)];
  if (!/^\d+(\.\d+)?$/.test(text) || unit === undefined)
    throw new InputProblem(`${step.name}: "${text} ${delay_for_unit}" is not a time to wait.`);
  return Number(text) * unit;
}
