import { prepareReplay } from '../shared/operation/perform-replay.ts';
import { type ReplayTrigger, replayedOperation } from '../shared/operation/replayed.ts';
import { toStreamingConnection } from './connection.ts';
import { lazily } from './lazily.ts';
import { toPolling } from './to-polling.ts';

/** A trigger that reads change events, as Zapier declares one. */
export function toReplayTrigger(trigger: ReplayTrigger) {
  const poll = lazily(() => prepareReplay(trigger));
  return toPolling(replayedOperation(trigger), (bundle, start) =>
    poll()(toStreamingConnection(bundle), bundle.inputData, start),
  );
}
