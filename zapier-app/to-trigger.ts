import { prepareTrigger } from '../shared/operation/perform-trigger.ts';
import type { PollingTrigger } from '../shared/operation/polling-trigger.ts';
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
