import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import type { Operation } from '../shared/operation/definition.ts';
import { inZapierTerms } from './error.ts';
import { toInputField } from './input-field.ts';
import { toOutputField } from './output-field.ts';
import { startRun } from './run-time.ts';

/** What a poll has besides its connection and inputs. */
type Start = ReturnType<typeof startRun> & { readonly settingUp: boolean };

/** A polling trigger as Zapier declares one; `poll` reads what there is. */
export function toPolling(
  { key, noun, label, description, inputs, outputs, sample }: Operation,
  poll: (bundle: Bundle, start: Start) => Promise<readonly { readonly id: string }[]>,
) {
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
        ...(await poll(bundle, {
          ...startRun(),
          settingUp: (bundle.meta.isLoadingSample || bundle.meta.isPopulatingDedupe) ?? false,
        })),
      ]),
    },
  });
}
