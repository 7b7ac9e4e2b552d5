import { createHash } from 'node:crypto';
import { type Condition, equal, field } from '../shared/language/index.ts';
import { compileZapFilter } from '../shared/target/zap-filter/compile.ts';
import {
  type ConversationStep,
  type Flow,
  type InputValue,
  type OperationStep,
  type ScheduleStep,
  type SlackStep,
  weekdays,
} from './blueprint.ts';
import { titleOf } from './choice.ts';

/** Zapier's own trigger that starts a Zap by the clock, in the version that exported files show. */
const SCHEDULE = 'ScheduleCLIAPI@1.7.0';

/** Zapier's own Slack app, in the latest version that exported files show. */
const SLACK = 'SlackCLIAPI@1.43.0';

/** What lets only a fresh delivery through to what follows. */
export const freshOnly: { readonly title: string; readonly keep: Condition } = {
  title: 'Stops what was already delivered, so that nobody is told twice',
  keep: equal(field('text', 'outcome'), 'delivered'),
};

/**
 * Flows in Zapier's export format (`metadata.version` 2), one Zap for each. `name` is where the random numbers of the
 * filters come from; `app` is the integration with its version, such as `App123CLIAPI@0.1.0`. Zapier documents the
 * format nowhere; every shape here was seen in an exported file: ids run on through all Zaps, and a Zap's id is its trigger's.
 */
export function toZapExport(name: string, given: readonly Flow[], app: string) {
  const flows = given.map(zapFlow);
  const number = numbers(name);
  const stepsBefore = (index: number) => flows.slice(0, index).reduce((sum, flow) => sum + stepsOf(flow), 0);
  return {
    metadata: { version: 2 },
    zaps: flows.map((flow, index) => toZap(flow, app, 1 + stepsBefore(index), number)),
  };
}

/** A flow as Zapier runs it: a message of Slack passes where it is what the trigger waits for. */
export function zapFlow(flow: Flow): Flow {
  if (!('request' in flow.trigger)) return flow;
  const { filter, outputs, inputs = {} } = flow.trigger.message;
  return {
    ...flow,
    ...(filter && { filter }),
    actions: flow.actions.map((action) => {
      const mapped = mappedTo(action, outputs);
      return { ...mapped, inputs: { ...mapped.inputs, ...inputs } };
    }),
  };
}

/** An action that maps what Zapier's own trigger puts out; what that does not put out stays empty. */
function mappedTo(action: OperationStep, outputs: ConversationStep['message']['outputs']): OperationStep {
  const inputs = Object.entries(action.inputs).flatMap(([key, value]): [string, InputValue][] => {
    if (typeof value === 'string' || !('from' in value)) return [[key, value]];
    const from = outputs[value.from];
    return from === undefined ? [] : [[key, { from }]];
  });
  return { ...action, inputs: Object.fromEntries(inputs) };
}

/** How many steps a flow has as a Zap, up to its last action or with what comes after it. */
function stepsOf({ filter, actions, slackStep }: Flow, toAction = false): number {
  const after = toAction || slackStep === undefined ? 0 : 2;
  return 1 + (filter === undefined ? 0 : 1) + actions.length + after;
}

/** A flow as a Zap whose steps are numbered from `first` on. */
function toZap(flow: Flow, app: string, first: number, number: () => number) {
  const { title, trigger, filter, actions, slackStep } = flow;
  const filterStep = ({ title, keep }: NonNullable<Flow['filter']>, step: number) => ({
    type_of: 'filter',
    selected_api: 'FilterAPI',
    action: 'filter',
    title,
    params: { filter_criteria: compileZapFilter(keep, step, number) },
  });
  const lastAction = first + stepsOf(flow, true) - 1;
  const steps = [
    { type_of: 'read', ...triggerStep(trigger, app, first) },
    ...(filter === undefined ? [] : [filterStep(filter, first)]),
    ...actions.map((action) => ({ type_of: 'write', ...appStep(action, app, first) })),
    ...(slackStep === undefined ? [] : [filterStep(freshOnly, lastAction), slackMessage(slackStep, first)]),
  ];
  const nodes = steps.map((step, index) => toNode(step, first + index, first, title));
  return { id: first, title, nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) };
}

function triggerStep(trigger: Flow['trigger'], app: string, first: number): Omit<ZapStep, 'type_of'> {
  if ('schedule' in trigger) return scheduleStep(trigger);
  if ('operation' in trigger) return appStep(trigger, app, first);
  const { action, params } = trigger.message;
  return { selected_api: SLACK, action, title: trigger.title, params };
}

function slackMessage({ title, text }: SlackStep, trigger: number) {
  const parts = text.map((part) => (typeof part === 'string' ? part : mappingOf(part.from, trigger)));
  return {
    type_of: 'write',
    selected_api: SLACK,
    action: 'channel_message',
    title: `${title} (choose Channel)`,
    params: { text: parts.join('') },
  };
}

interface ZapStep {
  readonly type_of: string;
  readonly selected_api: string;
  readonly action: string;
  readonly title: string;
  readonly params: object;
}

function appStep(step: OperationStep, app: string, trigger: number) {
  const { operation, inputs } = step;
  const params = Object.entries(inputs).map(([key, value]) => {
    const isList = operation.inputs.some((input) => input.key === key && input.type === 'list');
    return [key, toParam(value, isList, trigger)];
  });
  return {
    selected_api: app,
    action: operation.key,
    title: titleOf(step),
    params: Object.fromEntries(params),
  };
}

/** Once a week; Zapier numbers days from Sunday on. */
function scheduleStep({ title, schedule: { weekday, time } }: ScheduleStep) {
  const day = (weekdays.indexOf(weekday) + 1) % 7;
  return {
    selected_api: SCHEDULE,
    action: 'everyWeek',
    title,
    params: { dow: [String(day)], hod: clockOf(time) },
  };
}

/** A time of 24 hours as Zapier writes it, such as `9:00 AM`. */
export function clockOf(time: string): string {
  const [hour, minutes] = time.split(':');
  return `${((Number(hour) + 11) % 12) + 1}:${minutes} ${Number(hour) < 12 ? 'AM' : 'PM'}`;
}

function toParam(value: InputValue, isList: boolean, trigger: number): string | readonly string[] {
  if (typeof value === 'string' || !('from' in value)) return value;
  const mapping = mappingOf(value.from, trigger);
  return isList ? [mapping] : mapping;
}

function mappingOf(output: string, trigger: number): string {
  return `{{${trigger}__${output}}}`;
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
