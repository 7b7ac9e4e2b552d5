import type {
  AppDefinition,
  AppRuntime,
  InputField,
  OperationDefinition,
  OutputField,
} from './app-runtime.ts';
import { refuse } from './refuse.ts';
import type { Step } from './step-tree.ts';
import { ZapProblem } from './zap-problem.ts';

/** The app name generated Zap files carry until an admin puts the real one in; Zapier never assigns the number 0. */
export const PLACEHOLDER_APP = 'App0CLIAPI';

/** What a step does when it runs. */
export type Operation =
  | { readonly kind: 'schedule' | 'filter' | 'paths' | 'branch' | 'delay' }
  | { readonly kind: 'trigger' | 'hook' | 'create' | 'search'; readonly definition: OperationDefinition };

const BUILT_IN: Readonly<Record<string, Operation>> = {
  'FilterAPI filter': { kind: 'filter' },
  'BranchingAPI branch': { kind: 'paths' },
  'BranchingAPI filter': { kind: 'branch' },
  'DelayCLIAPI delay_for': { kind: 'delay' },
  'ScheduleCLIAPI everyDay': { kind: 'schedule' },
  'ScheduleCLIAPI everyHour': { kind: 'schedule' },
  'ScheduleCLIAPI everyWeek': { kind: 'schedule' },
};

const APP_KINDS = {
  read: ['trigger', 'triggers'],
  write: ['create', 'creates'],
  search: ['search', 'searches'],
} as const;

/** Finds what a step does. Throws ZapProblem for an app, a version or an action the account would not have. */
export function operationOf({ node, name }: Step, app: AppRuntime, appName: string): Operation {
  const [api = '', version] = node.selected_api.split('@');
  const builtIn = BUILT_IN[`${api} ${node.action}`];
  if (builtIn !== undefined) return builtIn;
  if (api !== appName) throw new ZapProblem(`${name}: ${reasonAgainst(api, node.action, appName)}`);
  if (version !== app.definition.version)
    throw new ZapProblem(
      `${name} asks for version ${version ?? '(none)'} of ${appName}; the app under test is ${app.definition.version}.`,
    );
  if (!isAppKind(node.type_of)) return refuse('search-or-create', name);
  const [kind, collection] = APP_KINDS[node.type_of];
  const definition = app.definition[collection]?.[node.action];
  if (definition === undefined)
    throw new ZapProblem(
      `${name}: the app has no ${kind} "${node.action}", only ${keysOf(app.definition, collection)}.`,
    );
  return kind === 'trigger' ? triggerOf(definition, name) : { kind, definition };
}

function triggerOf(definition: OperationDefinition, name: string): Operation {
  const { type = 'polling' } = definition.operation;
  if (type === 'hook_to_poll') refuse('hook-to-poll', `${name}: ${definition.key}`);
  return { kind: type === 'hook' ? 'hook' : 'trigger', definition };
}

/** The declared input fields, or `undefined` when some are made by a function. */
export function staticInputFields({ operation }: OperationDefinition): readonly InputField[] | undefined {
  const fields = operation.inputFields ?? [];
  return fields.every((field) => typeof field !== 'string') ? (fields as readonly InputField[]) : undefined;
}

/** The declared output fields; those made by a function are not among them. */
export function staticOutputFields({ operation }: OperationDefinition): readonly OutputField[] {
  return (operation.outputFields ?? []).filter((field) => typeof field !== 'string');
}

/**
 * The names a later step may map, as `{{1__name}}` says them without the id; `undefined` when a function decides.
 */
export function outputNames(operation: Operation): ReadonlySet<string> | undefined {
  if (operation.kind === 'schedule') return new Set(['id']);
  if (!('definition' in operation)) return new Set();
  const { outputFields = [], sample = {} } = operation.definition.operation;
  if (outputFields.some((field) => typeof field === 'string')) return undefined;
  const declared = staticOutputFields(operation.definition).map(({ key }) => key.replace('[]', '__'));
  return new Set([...declared, ...namesIn(sample)]);
}

function namesIn(sample: unknown): readonly string[] {
  if (Array.isArray(sample)) return namesIn(sample[0]);
  if (typeof sample !== 'object' || sample === null) return [];
  return Object.entries(sample).flatMap(([key, value]) => [
    key,
    ...namesIn(value).map((name) => `${key}__${name}`),
  ]);
}

function reasonAgainst(api: string, action: string, appName: string): string {
  if (api === PLACEHOLDER_APP) return `the placeholder ${api} was not replaced by ${appName}.`;
  if (/^App\d+CLIAPI$/.test(api)) return `${api} is another private app; the app under test is ${appName}.`;
  const sibling = Object.keys(BUILT_IN).some((known) => known.startsWith(`${api} `));
  return sibling ? `${api} has no action "${action}" that is covered.` : `the app ${api} is not covered.`;
}

function isAppKind(type: string): type is keyof typeof APP_KINDS {
  return Object.hasOwn(APP_KINDS, type);
}

function keysOf(definition: AppDefinition, collection: 'triggers' | 'creates' | 'searches'): string {
  return Object.keys(definition[collection] ?? {}).join(', ') || 'none at all';
}
