import type { InputField, OperationDefinition, RuntimeBundle } from './app-runtime.ts';
import { assertKnownInputs } from './check-zap.ts';
import type { Connection, Repeats } from './connection.ts';
import { type Outputs, resolveParam } from './field-mapping.ts';
import { toInputData } from './input-data.ts';
import type { Step } from './step-tree.ts';
import type { Throttle } from './throttle.ts';

/** A function of an operation, and the step it is called for. */
export interface OperationCall {
  readonly collection: 'triggers' | 'creates' | 'searches';
  readonly step: Step;
  readonly definition: OperationDefinition;
  readonly function: 'perform' | 'performList' | 'performSubscribe' | 'performUnsubscribe';
  /** What `bundle.meta` says beside its usual values. */
  readonly meta?: Readonly<Record<string, unknown>>;
  /** What the bundle of a hook holds beside the inputs. */
  readonly bundle?: Pick<RuntimeBundle, 'targetUrl' | 'subscribeData' | 'rawRequest' | 'cleanedRequest'>;
  /** How often the function is repeated; a step follows the setting of the account. */
  readonly repeats?: Repeats;
}

/** What calling an operation takes. */
export interface CallContext {
  readonly connection: Connection;
  readonly timezone: string;
  readonly autoreplay: boolean;
  /** Lets a run wait for its turn where the operation declares a throttle. */
  readonly throttle?: Throttle;
}

/**
 * Calls a function of an operation with what the step's params come to; asks for dynamic fields first. Throws StepFailed
 * and InputProblem, and ZapProblem for a param that no field takes.
 */
export async function callOperation(
  { collection, step, definition, function: name, meta, bundle, repeats }: OperationCall,
  { connection, timezone, autoreplay, throttle }: CallContext,
  outputs: Outputs = new Map(),
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
  const path = `${collection}.${definition.key}.operation`;
  const rules = repeats ?? { autoreplay };
  const fields = (await connection.call(
    `${path}.inputFields`,
    { inputData: mapped, inputDataRaw, meta: common },
    rules,
  )) as readonly InputField[];
  assertKnownInputs(step, fields);
  const inputFields = Object.fromEntries(fields.map((field) => [field.key, field.meta ?? {}]));
  const inputData = toInputData(mapped, fields, timezone);
  const rule = definition.operation.throttle;
  if (rule !== undefined && name === 'perform') await throttle?.(rule, inputData);
  return connection.call(
    `${path}.${name}`,
    { ...bundle, inputData, inputDataRaw, meta: { ...common, inputFields } },
    rules,
  );
}
