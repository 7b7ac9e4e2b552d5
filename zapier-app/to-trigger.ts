import { prepareTrigger } from '../shared/operation/perform-trigger.ts';
import { prepareUndelivered } from '../shared/operation/perform-undelivered.ts';
import type { PollingTrigger } from '../shared/operation/polling-trigger.ts';
import { type ToldTrigger, undeliveredOperation } from '../shared/operation/undelivered.ts';
import { toConnection } from './connection.ts';
import { lazily } from './lazily.ts';
import { toPolling } from './to-polling.ts';

/** A polling trigger of the pack as Zapier declares one. */
export function toTrigger(trigger: PollingTrigger) {
  const poll = lazily(() => prepareTrigger(trigger));
  return toPolling(trigger.operation, (bundle, start) =>
    poll()(toConnection(bundle), bundle.inputData, start),
  );
}

/** The trigger for what of another was not delivered. */
export function toUndeliveredTrigger(trigger: ToldTrigger) {
  const poll = lazily(() => prepareUndelivered(trigger));
  return toPolling(undeliveredOperation(trigger), (bundle, start) =>
    poll()(toConnection(bundle), bundle.inputData, start),
  );
}
