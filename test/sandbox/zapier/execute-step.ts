import { passesZapFilter } from '../zap-filter/zap-filter.ts';
import type { InputField, OperationDefinition } from './app-runtime.ts';
import { assertKnownInputs, criteriaOf } from './check-zap.ts';
import type { Connection } from './connection.ts';
import { type Outputs, resolveParam, toText } from './field-mapping.ts';
import { InputProblem, toInputData } from './input-data.ts';
import type { Operation } from './operation.ts';
import type { Step } from './step-tree.ts';

/** What the steps of a Zap have in common. */
export interface StepContext {
  readonly connection: Connection;
  readonly timezone: string;
  readonly autoreplay: boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
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
    case 'create':
      return {
        outcome: 'success',
        output: await perform('creates', step, operation.definition, outputs, context),
      };
    case 'search':
      return found(step, await perform('searches', step, operation.definition, outputs, context));
    case 'paths':
    case 'schedule':
    case 'trigger':
      return { outcome: 'success', output: {} };
  }
}

/** Calls an operation's `perform` with what the step's params come to. */
export async function perform(
  collection: 'triggers' | 'creates' | 'searches',
  step: Step,
  { key }: OperationDefinition,
  outputs: Outputs,
  { connection, timezone, autoreplay }: Pick<StepContext, 'connection' | 'timezone' | 'autoreplay'>,
  meta: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const inputDataRaw = step.node.params;
  const mapped = resolveParam(inputDataRaw, outputs, step.name) as Record<string, unknown>;
  const common = {
    isLoadingSample: false,
    isFillingDynamicDropdown: false,
    isPopulatingDedupe: false,
    isBulkRead: false,
    limit: -1,
    page: 0,
    timezone,
    ...meta,
  };
  const path = `${collection}.${key}.operation`;
  const fields = (await connection.call(
    `${path}.inputFields`,
    { inputData: mapped, inputDataRaw, meta: common },
    autoreplay,
  )) as readonly InputField[];
  assertKnownInputs(step, fields);
  const inputFields = Object.fromEntries(fields.map((field) => [field.key, field.meta ?? {}]));
  return connection.call(
    `${path}.perform`,
    { inputData: toInputData(mapped, fields, timezone), inputDataRaw, meta: { ...common, inputFields } },
    autoreplay,
  );
}

function found({ node }: Step, result: unknown): StepEnd {
  const page = result as readonly unknown[] | { readonly results: readonly unknown[] };
  const [first] = 'results' in page ? page.results : page;
  if (first !== undefined) return { outcome: 'success', output: first };
  return String(node.params._zap_search_success_on_miss) === 'true'
    ? { outcome: 'success', output: {} }
    : { outcome: 'halted', output: {}, error: 'Nothing was found.' };
}

function delayOf(step: Step, outputs: Outputs): number {
  const { delay_for_value, delay_for_unit } = step.node.params;
  const text = toText(resolveParam(delay_for_value, outputs, step.name));
  const unit = UNITS[String(delay_for_unit)];
  if (!/^\d+(\.\d+)?$/.test(text) || unit === undefined)
    throw new InputProblem(`${step.name}: "${text} ${delay_for_unit}" is not a time to wait.`);
  return Number(text) * unit;
}
