import { createHash } from 'node:crypto';
import { compileZapFilter } from '../shared/target/zap-filter/compile.ts';
import type { Blueprint, InputValue, OperationStep } from './blueprint.ts';

/** The step every mapping reads. */
const TRIGGER = 1;

/**
 * A blueprint in Zapier's export format (`metadata.version` 2). `app` is the integration with its version, such as
 * `App123CLIAPI@0.1.0`. Zapier documents the format nowhere; every shape here was seen in an exported file.
 */
export function toZapExport({ name, title, trigger, filter, actions }: Blueprint, app: string) {
  const steps = [
    { type_of: 'read', ...appStep(trigger, app) },
    {
      type_of: 'filter',
      selected_api: 'FilterAPI',
      action: 'filter',
      title: filter.title,
      params: { filter_criteria: compileZapFilter(filter.keep, TRIGGER, numbers(name)) },
    },
    ...actions.map((action) => ({ type_of: 'write', ...appStep(action, app) })),
  ];
  const nodes = steps.map((step, index) => toNode(step, index + 1, title));
  return {
    metadata: { version: 2 },
    zaps: [{ id: TRIGGER, title, nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) }],
  };
}

interface ZapStep {
  readonly type_of: string;
  readonly selected_api: string;
  readonly action: string;
  readonly title: string;
  readonly params: object;
}

function appStep({ operation, title, inputs }: OperationStep, app: string) {
  const params = Object.entries(inputs).map(([key, value]) => {
    const isList = operation.inputs.some((input) => input.key === key && input.type === 'list');
    return [key, toParam(value, isList)];
  });
  return { selected_api: app, action: operation.key, title, params: Object.fromEntries(params) };
}

function toParam(value: InputValue, isList: boolean): string | readonly string[] {
  if (typeof value === 'string' || !('from' in value)) return value;
  const mapping = `{{${TRIGGER}__${value.from}}}`;
  return isList ? [mapping] : mapping;
}

function toNode({ type_of, params, action, selected_api, title }: ZapStep, id: number, zapTitle: string) {
  const isTrigger = id === TRIGGER;
  return {
    id,
    paused: !isTrigger,
    type_of,
    params,
    meta: {
      $editor: { has_automatic_issues: false },
      stepTitle: title,
      ...(isTrigger ? { timezone: 'UTC' } : {}),
      parammap: {},
    },
    triple_stores: {
      copied_from: null,
      created_by: null,
      polling_interval_override: 0,
      block_and_release_limit_override: 0,
      spread_tasks: 1,
    },
    parent_id: isTrigger ? null : id - 1,
    root_id: isTrigger ? null : TRIGGER,
    action,
    selected_api,
    title: isTrigger ? zapTitle : title,
    authentication_id: null,
  };
}

/** Numbers of 16 digits as the ids of filter criteria; the same ones for the same name. */
function numbers(name: string): () => number {
  let count = 0;
  return () => {
    count += 1;
    const digits = createHash('sha256').update(`${name} ${count}`).digest().readUIntBE(0, 6);
    return 1_000_000_000_000_000 + digits;
  };
}
