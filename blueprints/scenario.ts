import { moduleName } from '../make-app/module-name.ts';
import { compileMakeFilter } from '../shared/target/make-filter/compile.ts';
import type { Flow, InputValue, OperationStep } from './blueprint.ts';

/** The module every mapping reads. */
const TRIGGER = 1;
/** Pixels between two modules on the canvas, as Make's own exports have. */
const STEP = 300;
/** Bundles the trigger hands on in one cycle, so that an error concerns one of them; the rest comes with the next. */
const BUNDLES_PER_CYCLE = 1;

/**
 * A flow in Make's blueprint format. `app` is the custom app's name, which gets a suffix in every account, such as
 * `dealwire-ab12cd`. Connections are not part of such a file; the importer chooses them.
 */
export function toScenario({ title, trigger, eventsPerRun = 1, filter, actions }: Flow, app: string) {
  return {
    name: title,
    flow: [
      module(TRIGGER, trigger, app, {
        parameters: { ...paramsOf(trigger), limit: BUNDLES_PER_CYCLE },
        mapper: {},
      }),
      ...actions.map((action, index) =>
        module(TRIGGER + 1 + index, action, app, {
          parameters: {},
          ...(index === 0
            ? { filter: { name: filter.title, conditions: compileMakeFilter(filter.keep, String(TRIGGER)) } }
            : {}),
          mapper: paramsOf(action),
        }),
      ),
    ],
    metadata: {
      instant: false,
      version: 1,
      scenario: {
        roundtrips: eventsPerRun,
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

function module(id: number, { operation, title }: OperationStep, app: string, rest: object) {
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
