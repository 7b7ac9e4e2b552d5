import { moduleName } from '../make-app/module-name.ts';
import { compileMakeFilter } from '../shared/target/make-filter/compile.ts';
import { descriptionOf } from './after-import.ts';
import type { ConversationStep, Flow, InputValue, OperationStep, SlackStep } from './blueprint.ts';
import { titleOf } from './choice.ts';
import { freshOnly } from './zap.ts';

/** The module every mapping reads. */
const TRIGGER = 1;
/** Pixels between two modules on the canvas, as Make's own exports have. */
const STEP = 300;
/** Bundles the trigger hands on in one cycle, so that an error concerns one of them; the rest comes with the next. */
const BUNDLES_PER_CYCLE = 1;
/** Cycles of one run, and so the events that it takes, one after the other. */
const CYCLES_PER_RUN = 50;

/** Stores an error of a scheduled first module, which Make would drop otherwise, for three more attempts. */
const BREAK = {
  module: 'builtin:Break',
  version: 1,
  parameters: {},
  mapper: { retry: true, count: '3', interval: '15' },
} as const;

/**
 * A flow in Make's blueprint format. A scheduled one begins with its first action: when it runs is not part of the file, the
 * importer sets it. `app` is the custom app's name, which gets a suffix in every account, such as
 * `dealwire-ab12cd`. Connections are not part of such a file; the importer chooses them.
 */
export function toScenario(flow: Flow, app: string) {
  return {
    name: flow.title,
    description: descriptionOf(flow),
    flow: 'schedule' in flow.trigger ? scheduled(flow, app) : triggered(flow, flow.trigger, app),
    metadata: {
      instant: 'instant' in flow.trigger || 'request' in flow.trigger,
      version: 1,
      scenario: {
        roundtrips: 'schedule' in flow.trigger ? 1 : CYCLES_PER_RUN,
        maxErrors: 3,
        autoCommit: true,
        autoCommitTriggerLast: true,
        sequential: false,
        slots: null,
        confidential: false,
        dataloss: false,
        dlq: true,
        freshVariables: false,
      },
      designer: { orphans: [] },
      zone: 'eu1.make.com',
      notes: [],
    },
  };
}

function triggered(
  { filter, actions, slackStep }: Flow,
  trigger: OperationStep | ConversationStep,
  app: string,
) {
  const ofTrigger = filter && { filter: toFilter(filter, TRIGGER) };
  return [
    module(TRIGGER, 'request' in trigger ? behindWebhook(trigger) : trigger, app, {
      // What an instant trigger asks for, Make asks when its webhook is made, which is not part of the file.
      parameters:
        'request' in trigger || trigger.instant ? {} : { ...paramsOf(trigger), limit: BUNDLES_PER_CYCLE },
      mapper: {},
    }),
    ...actions.map((action, index) =>
      module(TRIGGER + 1 + index, action, app, {
        parameters: {},
        ...(index === 0 ? ofTrigger : {}),
        mapper: paramsOf(action),
      }),
    ),
    ...(slackStep === undefined ? [] : [slackMessage(slackStep, TRIGGER + 1 + actions.length)]),
  ];
}

/** What somebody does in Slack reaches Make by a webhook. */
function behindWebhook({ title, request }: ConversationStep): OperationStep {
  return { operation: request, title, inputs: {}, instant: true };
}

function toFilter({ title, keep }: NonNullable<Flow['filter']>, module: number) {
  return { name: title, conditions: compileMakeFilter(keep, String(module)) };
}

/** Make's own Slack module behind a filter that stops what was delivered before. */
function slackMessage({ title, text }: SlackStep, id: number) {
  const parts = text.map((part) => (typeof part === 'string' ? part : mappingOf(part.from)));
  return {
    id,
    module: 'slack:CreateMessage',
    version: 4,
    parameters: {},
    filter: toFilter(freshOnly, id - 1),
    mapper: { channelWType: 'manualy', text: parts.join('') },
    metadata: { designer: { ...placeOf(id), name: `${title} (choose Channel)` } },
    onerror: [{ id: id + 1, ...BREAK, metadata: { designer: { ...placeOf(id), y: STEP } } }],
  };
}

function scheduled({ actions }: Flow, app: string) {
  const handler = {
    id: TRIGGER + actions.length,
    ...BREAK,
    metadata: { designer: { x: STEP, y: STEP } },
  };
  return actions.map((action, index) =>
    module(TRIGGER + index, action, app, {
      parameters: {},
      mapper: paramsOf(action),
      ...(index === 0 ? { onerror: [handler] } : {}),
    }),
  );
}

function module(id: number, step: OperationStep, app: string, rest: object) {
  return {
    id,
    module: `app#${app}:${moduleName(step.operation)}`,
    version: 1,
    ...rest,
    metadata: { designer: { ...placeOf(id), name: titleOf(step) } },
  };
}

function placeOf(id: number) {
  return { x: (id - TRIGGER) * STEP, y: 0 };
}

function paramsOf({ inputs }: OperationStep): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, toParam(value)]));
}

function toParam(value: InputValue): string | readonly string[] {
  return typeof value === 'string' || !('from' in value) ? value : mappingOf(value.from);
}

function mappingOf(output: string): string {
  return `{{${TRIGGER}.${output}}}`;
}
