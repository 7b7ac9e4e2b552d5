import type {
  AppDefinition,
  AppRuntime,
  InputField,
  OperationDefinition,
  OutputField,
} from './app-runtime.ts';
import { refuse } from './refuse.ts';
import { SLACK_MESSAGE_OUTPUTS } from './slack-message.ts';
import { SLACK_TRIGGER_OUTPUTS, type SlackEvent } from './slack-trigger.ts';
import type { Step } from './step-tree.ts';
import { stockOperationOf } from './stock-steps.ts';
import { ZapProblem } from './zap-problem.ts';

/** The app name generated Zap files carry until an admin puts the real one in; Zapier never assigns the number 0. */
export const PLACEHOLDER_APP = 'App0CLIAPI';

/** What a step does when it runs. */
export type Operation =
  | { readonly kind: 'schedule' | 'filter' | 'paths' | 'branch' | 'delay' | 'queue' | 'slack-message' }
  | { readonly kind: 'slack-trigger'; readonly event: SlackEvent }
  | { readonly kind: 'trigger' | 'hook' | 'create' | 'search'; readonly definition: OperationDefinition };

const APP_KINDS = {
  read: ['trigger', 'triggers'],
  write: ['create', 'creates'],
  search: ['search', 'searches'],
} as const;

/**
 * Finds what a step does. Throws ZapProblem for a private app, a version or an action the account would not have, and
 * ZapRefusal for a step of Zapier's own or of a public app that is not covered.
 */
export function operationOf(step: Step, app: AppRuntime, appName: string): Operation {
  const { node, name } = step;
  const [api = '', version] = node.selected_api.split('@');
  const remedy = `set its selected_api to ${appName}@${app.definition.version}.`;
  if (api !== appName) {
    if (!/^App\d+CLIAPI$/.test(api)) return stockOperationOf(step);
    throw new ZapProblem(`${name} ${reasonAgainst(api, appName)}; ${remedy}`);
  }
  if (version !== app.definition.version)
    throw new ZapProblem(
      `${name} asks for version ${version ?? '(none)'} of ${appName}, but the account has ${app.definition.version}; ${remedy}`,
    );
  if (!isAppKind(node.type_of)) return refuse('search-or-create', name);
  const [kind, collection] = APP_KINDS[node.type_of];
  const definition = app.definition[collection]?.[node.action];
  if (definition === undefined)
    throw new ZapProblem(
      `${name}: the app has no ${kind} "${node.action}"; choose one of ${keysOf(app.definition, collection)}.`,
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
  if (operation.kind === 'slack-trigger') return SLACK_TRIGGER_OUTPUTS;
  if (operation.kind === 'slack-message') return SLACK_MESSAGE_OUTPUTS;
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

function reasonAgainst(api: string, appName: string): string {
  return api === PLACEHOLDER_APP
    ? `still has the placeholder ${api} for the app, which the account calls ${appName}`
    : `belongs to ${api}, another private app than ${appName}`;
}

function isAppKind(type: string): type is keyof typeof APP_KINDS {
  return Object.hasOwn(APP_KINDS, type);
}

function keysOf(definition: AppDefinition, collection: 'triggers' | 'creates' | 'searches'): string {
  return Object.keys(definition[collection] ?? {}).join(', ') || 'none at all';
}
