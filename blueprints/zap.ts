import { createHash } from 'node:crypto';
import { compileZapFilter } from '../shared/target/zap-filter/compile.ts';
import {
  type Blueprint,
  type Flow,
  type InputValue,
  type OperationStep,
  type ScheduleStep,
  type SlackStep,
  weekdays,
} from './blueprint.ts';

/** Zapier's own trigger that starts a Zap by the clock, in the version that exported files show. */
const SCHEDULE = 'ScheduleCLIAPI@1.7.0';

/** Zapier's own Slack app, in the newest version that exported files show. */
const SLACK = 'SlackCLIAPI@1.43.0';

/**
 * A blueprint in Zapier's export format (`metadata.version` 2), one Zap for each flow. `app` is the integration with its
 * version, such as `App123CLIAPI@0.1.0`. Zapier documents the format nowhere; every shape here was seen in an exported
 * file: ids run on through all Zaps, and a Zap's id is its trigger's.
 */
export function toZapExport({ name, flows }: Blueprint, app: string) {
  const number = numbers(name);
  const stepsBefore = (index: number) =>
    flows
      .slice(0, index)
      .reduce((sum, flow) => sum + (filterOf(flow) === undefined ? 1 : 2) + flow.actions.length, 0);
  return {
    metadata: { version: 2 },
    zaps: flows.map((flow, index) => toZap(flow, app, 1 + stepsBefore(index), number)),
  };
}

/** A flow as a Zap whose steps are numbered from `first` on. */
function toZap(flow: Flow, app: string, first: number, number: () => number) {
  const { title, trigger, actions } = flow;
  const filter = filterOf(flow);
  const steps = [
    { type_of: 'read', ...triggerStep(trigger, app, first) },
    ...(filter === undefined
      ? []
      : [
          {
            type_of: 'filter',
            selected_api: 'FilterAPI',
            action: 'filter',
            title: filter.title,
            params: { filter_criteria: compileZapFilter(filter.keep, first, number) },
          },
        ]),
    ...actions.map((action) => ({
      type_of: 'write',
      ...appStep('request' in trigger ? mappedTo(action, trigger) : action, app, first),
    })),
  ];
  const nodes = steps.map((step, index) => toNode(step, first + index, first, title));
  return { id: first, title, nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) };
}

/** A message of Slack passes where it is what the trigger waits for. */
function filterOf({ trigger, filter }: Flow): Flow['filter'] {
  return 'request' in trigger ? trigger.message.filter : filter;
}

function triggerStep(trigger: Flow['trigger'], app: string, first: number): Omit<ZapStep, 'type_of'> {
  if ('schedule' in trigger) return scheduleStep(trigger);
  if ('operation' in trigger) return appStep(trigger, app, first);
  const { action, params } = trigger.message;
  return { selected_api: SLACK, action, title: trigger.title, params };
}

/** An action that maps what Zapier's own trigger puts out; what that does not put out stays empty. */
function mappedTo(action: OperationStep, { message: { outputs } }: SlackStep): OperationStep {
  const inputs = Object.entries(action.inputs).flatMap(([key, value]): [string, InputValue][] => {
    if (typeof value === 'string' || !('from' in value)) return [[key, value]];
    const from = outputs[value.from];
    return from === undefined ? [] : [[key, { from }]];
  });
  return { ...action, inputs: Object.fromEntries(inputs) };
}

interface ZapStep {
  readonly type_of: string;
  readonly selected_api: string;
  readonly action: string;
  readonly title: string;
  readonly params: object;
}

function appStep({ operation, title, inputs }: OperationStep, app: string, trigger: number) {
  const params = Object.entries(inputs).map(([key, value]) => {
    const isList = operation.inputs.some((input) => input.key === key && input.type === 'list');
    return [key, toParam(value, isList, trigger)];
  });
  return { selected_api: app, action: operation.key, title, params: Object.fromEntries(params) };
}

/** Once a week; Zapier numbers days from Sunday on, and writes hours of 12. */
function scheduleStep({ title, schedule: { weekday, time } }: ScheduleStep) {
  const [hour = 0, minutes = '00'] = time.split(':').map((part, at) => (at === 0 ? Number(part) : part));
  const clock = `${((Number(hour) + 11) % 12) + 1}:${minutes} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
  const day = (weekdays.indexOf(weekday) + 1) % 7;
  return { selected_api: SCHEDULE, action: 'everyWeek', title, params: { dow: [String(day)], hod: clock } };
}

function toParam(value: InputValue, isList: boolean, trigger: number): string | readonly string[] {
  if (typeof value === 'string' || !('from' in value)) return value;
  const mapping = `{{${trigger}__${value.from}}}`;
  return isList ? [mapping] : mapping;
}

function toNode(
  { type_of, params, action, selected_api, title }: ZapStep,
  id: number,
  trigger: number,
  zapTitle: string,
) {
  const isTrigger = id === trigger;
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
    root_id: isTrigger ? null : trigger,
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
