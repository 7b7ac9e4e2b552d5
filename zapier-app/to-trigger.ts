import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import { prepareTrigger } from '../shared/operation/perform-trigger.ts';
import type { PollingTrigger } from '../shared/operation/polling-trigger.ts';
import { toConnection } from './connection.ts';
import { inZapierTerms } from './error.ts';
import { toInputField } from './input-field.ts';
import { lazily } from './lazily.ts';
import { toOutputField } from './output-field.ts';
import { startRun } from './run-time.ts';

/** A polling trigger of the pack as Zapier declares one. */
export function toTrigger(trigger: PollingTrigger) {
  const { key, noun, label, description, inputs, outputs, sample } = trigger.operation;
  const poll = lazily(() => prepareTrigger(trigger));
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
        ...(await poll()(toConnection(bundle), bundle.inputData, {
          ...startRun(),
          settingUp: (bundle.meta.isLoadingSample || bundle.meta.isPopulatingDedupe) ?? false,
        })),
      ]),
    },
  });
}
