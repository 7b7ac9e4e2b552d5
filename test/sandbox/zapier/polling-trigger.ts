import type { OperationDefinition } from './app-runtime.ts';
import { type CallContext, callOperation } from './call-operation.ts';
import { dedupeTable } from './dedupe-table.ts';
import { staticOutputFields } from './operation.ts';
import type { Step } from './step-tree.ts';
import type { Item, Trigger } from './trigger.ts';

/** Zapier holds the new items of a poll that finds more than this. */
const FLOOD = 100;

/** Fills the dedupe table by one poll that starts no run; throws StepFailed when it fails. */
export async function openPolling(
  step: Step,
  definition: OperationDefinition,
  context: CallContext,
): Promise<Trigger> {
  const table = dedupeTable(staticOutputFields(definition));
  const poll = async (isPopulatingDedupe: boolean): Promise<readonly Item[]> => {
    const call = { collection: 'triggers', step, definition, function: 'perform' } as const;
    const items = await callOperation({ ...call, meta: { isPopulatingDedupe }, repeats: {} }, context);
    return table.admit(items as readonly Item[]);
  };
  await poll(true);
  return {
    look: () => (context.connection.expired() === undefined ? [() => poll(false)] : []),
    close: async () => {},
    flood: FLOOD,
  };
}
