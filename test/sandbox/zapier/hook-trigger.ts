import type { OperationDefinition, RuntimeBundle } from './app-runtime.ts';
import { type CallContext, callOperation, type OperationCall } from './call-operation.ts';
import { cleanedRequest } from './cleaned-request.ts';
import { type Repeats, StepFailed } from './connection.ts';
import type { HookServer, RawRequest } from './hook-server.ts';
import type { Step } from './step-tree.ts';
import type { Item, Trigger } from './trigger.ts';

/** A hook's `perform` that is throttled is repeated once, after five minutes at most. */
const REPEATS: Repeats = { waits: 1, longestWait: 300 };

/**
 * Opens an address and subscribes it with `performSubscribe`, if the integration has one. Each request is a batch of its
 * own: one run per item, none twice looked at and none left out. Requests wait while the connection is expired.
 * Throws StepFailed when the subscription fails; switching off throws it when `performUnsubscribe` does, and the
 * address is gone all the same.
 */
export async function openHook(
  step: Step,
  definition: OperationDefinition,
  server: HookServer,
  context: CallContext,
): Promise<Trigger> {
  const { performSubscribe, performUnsubscribe } = definition.operation;
  const hook = server.open();
  const call = (name: OperationCall['function'], bundle: OperationCall['bundle'], repeats: Repeats = {}) =>
    callOperation(
      { collection: 'triggers', step, definition, function: name, bundle, repeats } as OperationCall,
      context,
    );
  const subscribe = async (): Promise<Pick<RuntimeBundle, 'targetUrl' | 'subscribeData'>> => {
    const targetUrl = hook.url;
    if (performSubscribe === undefined) return { targetUrl };
    return { targetUrl, subscribeData: await call('performSubscribe', { targetUrl }) };
  };
  const read = async (rawRequest: RawRequest): Promise<readonly Item[]> => {
    try {
      const bundle = { ...subscription, rawRequest, cleanedRequest: cleanedRequest(rawRequest) };
      return ((await call('perform', bundle, REPEATS)) as readonly Item[]).toReversed();
    } catch (error) {
      if (error instanceof StepFailed && error.failure.kind === 'expired') hook.putBack(rawRequest);
      throw error;
    }
  };
  const subscription = await subscribe().catch((error: unknown) => {
    hook.close();
    throw error;
  });
  return {
    url: hook.url,
    look: () => {
      if (context.connection.expired() !== undefined) return [];
      return hook.take().map((request) => () => read(request));
    },
    close: async () => {
      try {
        if (performUnsubscribe !== undefined) await call('performUnsubscribe', subscription);
      } finally {
        hook.close();
      }
    },
  };
}
