import { moduleName } from '../make-app/module-name.ts';
import { compileMakeFilter } from '../shared/target/make-filter/compile.ts';
import type { Flow, InputValue, OperationStep, SlackStep } from './blueprint.ts';

/** The module every mapping reads. */
const TRIGGER = 1;
/** Pixels between two modules on the canvas, as Make's own exports have. */
const STEP = 300;
/** Bundles the trigger hands on in one cycle, so that an error concerns one of them; the rest comes with the next. */
const BUNDLES_PER_CYCLE = 1;

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
    flow: 'schedule' in flow.trigger ? scheduled(flow, app) : triggered(flow, flow.trigger, app),
    metadata: {
      instant: 'request' in flow.trigger,
      version: 1,
      scenario: {
        roundtrips: flow.eventsPerRun ?? 1,
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

function triggered({ filter, actions }: Flow, trigger: OperationStep | SlackStep, app: string) {
  const conditions = filter && {
    filter: { name: filter.title, conditions: compileMakeFilter(filter.keep, String(TRIGGER)) },
  };
  return [
    'request' in trigger
      ? module(TRIGGER, { ...trigger, operation: trigger.request }, app, { parameters: {}, mapper: {} })
      : module(TRIGGER, trigger, app, {
          parameters: { ...paramsOf(trigger), limit: BUNDLES_PER_CYCLE },
          mapper: {},
        }),
    ...actions.map((action, index) =>
      module(TRIGGER + 1 + index, action, app, {
        parameters: {},
        ...(index === 0 ? conditions : {}),
        mapper: paramsOf(action),
      }),
    ),
  ];
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

function module(
  id: number,
  { operation, title }: Pick<OperationStep, 'operation' | 'title'>,
  app: string,
  rest: object,
) {
  return {
    id,
    module: `app#${app}:${moduleName(operation)}`,
    version: 1,
    ...rest,
    metadata: { designer: { x: (id - TRIGGER) * STEP, y: 0, name: title } },
  };
}

function paramsOf({ inputs }: OperationStep): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, toParam(value)]));
}

function toParam(value: InputValue): string | readonly string[] {
  return typeof value === 'string' || !('from' in value) ? value : `{{${TRIGGER}.${value.from}}}`;
}
