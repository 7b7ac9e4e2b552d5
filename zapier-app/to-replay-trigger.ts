import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import { prepareReplay } from '../shared/operation/perform-replay.ts';
import { type ReplayTrigger, replayedOperation } from '../shared/operation/replayed.ts';
import { toStreamingConnection } from './connection.ts';
import { inZapierTerms } from './error.ts';
import { toInputField } from './input-field.ts';
import { lazily } from './lazily.ts';
import { toOutputField } from './output-field.ts';
import { startRun } from './run-time.ts';

/** A trigger that reads change events, as Zapier declares one. */
export function toReplayTrigger(trigger: ReplayTrigger) {
  const { key, noun, label, description, inputs, outputs, sample } = replayedOperation(trigger);
  const poll = lazily(() => prepareReplay(trigger));
  return defineTrigger({
    key,
    noun,
    display: { label, description },
    operation: {
      type: 'polling',
      inputFields: inputs.map(toInputField),
      outputFields: outputs.map(toOutputField),
      sample: { ...sample },
      perform: inZapierTerms(async (_z: ZObject, bundle: Bundle) => [
        ...(await poll()(toStreamingConnection(bundle), bundle.inputData, {
          ...startRun(),
          settingUp: (bundle.meta.isLoadingSample || bundle.meta.isPopulatingDedupe) ?? false,
        })),
      ]),
    },
  });
}
