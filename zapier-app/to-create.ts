import { randomUUID } from 'node:crypto';
import { type Bundle, defineCreate, type ZObject } from 'zapier-platform-core';
import type { Action } from '../shared/operation/action.ts';
import { prepareAction } from '../shared/operation/perform-action.ts';
import { toConnection } from './connection.ts';
import { inZapierTerms } from './error.ts';
import { toInputField } from './input-field.ts';
import { lazily } from './lazily.ts';
import { toOutputField } from './output-field.ts';
import { startRun } from './run-time.ts';

/** Seconds a run waits for another one of the same record, at most. */
const LOCK_TIMEOUT = 60;

/** An action of the pack as Zapier declares one; `start` is the clock of a run. */
export function toCreate(action: Action, start = startRun) {
  const { key, noun, label, description, inputs, outputs, sample } = action.operation;
  const run = lazily(() => prepareAction(action));
  return defineCreate({
    key,
    noun,
    display: { label, description },
    operation: {
      inputFields: inputs.map(toInputField),
      outputFields: outputs.map(toOutputField),
      sample: { ...sample },
      lock: {
        key: `${key}-{{bundle.inputData.${action.lockBy}}}`,
        scope: ['auth'],
        timeout: LOCK_TIMEOUT,
      },
      ...(action.paceBy === undefined ? {} : { throttle: paceOf(action.paceBy) }),
      perform: inZapierTerms(async (_z: ZObject, bundle: Bundle) => ({
        ...(await run()(toConnection(bundle), bundle.inputData, {
          ...start(),
          holder: randomUUID(),
          test: bundle.meta.isLoadingSample ?? false,
        })),
      })),
    },
  });
}

/**
 * One run every two seconds for each place that messages go to, whatever action sends them. Slack takes one a second, but runs
 * that start a second apart do not post a second apart, and at that rate one that was refused would never find a gap.
 */
function paceOf(inputs: readonly string[]) {
  const key = inputs.map((input) => `{{bundle.inputData.${input}}}`).join('-');
  return { window: 2, limit: 1, key: `slack-${key}`, scope: ['auth' as const], retry: true };
}
