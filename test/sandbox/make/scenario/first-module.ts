import { isCollection } from '../../iml/value.ts';
import { MakeError } from '../error.ts';
import { receiveWebhook } from '../receive-webhook.ts';
import { refuse } from '../refuse.ts';
import { type Bundle, runInstantTrigger } from '../run-module.ts';
import { runTrigger, type TriggerState } from '../run-trigger.ts';
import type { Variables } from '../runtime/session.ts';
import type { IncomingRequest, WebhookReply } from '../webhook/incoming.ts';
import { ACCEPTED } from '../webhook/reply.ts';
import { appModuleName, type BlueprintModule } from './blueprint.ts';
import type { ScenarioContext } from './context.ts';
import { countOperation, type Execution, noteBundles } from './execution.ts';
import { continueWith, runAt, type Stretch } from './process-flow.ts';
import { appModuleOf, parametersOf, staticValues } from './run-app-module.ts';
import { runOnce } from './run-once.ts';
import { CUSTOM_WEBHOOK } from './stock/stock-modules.ts';

/** How a scenario is started. */
export type StartKind = 'webhook' | 'poll' | 'plain';

/** How this first module starts its scenario. */
export function startKind(context: ScenarioContext, first: BlueprintModule): StartKind {
  if (first.module === CUSTOM_WEBHOOK) return 'webhook';
  if (appModuleName(first.module) === undefined) return 'plain';
  const { type } = appModuleOf(context, first).definition;
  if (type === 'instant_trigger') return 'webhook';
  return type === 'trigger' ? 'poll' : 'plain';
}

/** Lets the first module's webhook judge and read a request. */
export function readHook(
  context: ScenarioContext,
  first: BlueprintModule,
  hookParameters: Variables,
  request: IncomingRequest,
): { readonly reply: WebhookReply | undefined; readonly items: readonly unknown[] } {
  if (first.module !== CUSTOM_WEBHOOK) {
    const { definition, run } = appModuleOf(context, first);
    return receiveWebhook(run, definition.webhook ?? '', hookParameters, request);
  }
  const isXml = /xml(;|$)/.test(request.headers['content-type'] ?? '');
  if (!isCollection(request.body) || isXml || Object.keys(request.query).length > 0)
    refuse('hook-input', first.module);
  return { reply: ACCEPTED, items: [request.body] };
}

/** Turns one item of the webhook's queue into bundles. */
export async function takeItem(
  context: ScenarioContext,
  execution: Execution,
  first: BlueprintModule,
  item: unknown,
): Promise<readonly Bundle[]> {
  return counted(execution, first, async () => {
    if (first.module === CUSTOM_WEBHOOK) return [item as Bundle];
    const { definition, run } = appModuleOf(context, first);
    return runInstantTrigger(run, definition.id, parametersOf(definition, staticValues(first)), item);
  });
}

/** Polls once; a poll that finds nothing is not counted as an operation. */
export async function pollOnce(
  context: ScenarioContext,
  execution: Execution,
  first: BlueprintModule,
  state: TriggerState | undefined,
): Promise<{ readonly bundles: readonly Bundle[]; readonly state: TriggerState }> {
  const { definition, run } = appModuleOf(context, first);
  const parameters = parametersOf(definition, staticValues(first));
  try {
    const poll = await runTrigger(run, definition.id, parameters, state);
    if (poll.bundles.length === 0) execution.emptyPolls += 1;
    else countOperation(execution, first.id);
    noteBundles(execution, first.id, poll.bundles);
    return poll;
  } catch (error) {
    if (error instanceof MakeError) failedFirst(execution, first, error);
    throw error;
  }
}

/**
 * Runs a first module that is no trigger, such as a search on a schedule, and what follows. Its errors are not stored,
 * unless it has a Break handler.
 */
export async function runPlain(
  context: ScenarioContext,
  execution: Execution,
  first: BlueprintModule,
  stretch: Stretch,
): Promise<void> {
  if (first.onerror !== undefined) return runAt(context, execution, stretch, 0, first, {});
  let bundles: readonly Bundle[];
  try {
    bundles = await runOnce(context, execution, first, {});
  } catch (error) {
    if (error instanceof MakeError) failedFirst(execution, first, error, false);
    throw error;
  }
  await continueWith(context, execution, stretch, 0, bundles, {});
}

async function counted(
  execution: Execution,
  first: BlueprintModule,
  work: () => Promise<readonly Bundle[]>,
): Promise<readonly Bundle[]> {
  try {
    const bundles = await work();
    countOperation(execution, first.id);
    noteBundles(execution, first.id, bundles);
    return bundles;
  } catch (error) {
    if (error instanceof MakeError) failedFirst(execution, first, error);
    throw error;
  }
}

/** Errors of the first module are not stored. */
function failedFirst(execution: Execution, first: BlueprintModule, error: MakeError, count = true): void {
  if (count) countOperation(execution, first.id);
  execution.errors.push({ module: first.id, error, handledBy: undefined });
}
