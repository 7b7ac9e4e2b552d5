import { type Bundle, defineTrigger, type ZObject } from 'zapier-platform-core';
import { preparePush } from '../shared/operation/perform-push.ts';
import { prepareTrigger } from '../shared/operation/perform-trigger.ts';
import { type PushTrigger, pushedOperation } from '../shared/operation/pushed.ts';
import { toConnection } from './connection.ts';
import { oauthClient } from './environment.ts';
import { inZapierTerms } from './error.ts';
import { toInputField } from './input-field.ts';
import { lazily } from './lazily.ts';
import { toOutputField } from './output-field.ts';
import { startRun } from './run-time.ts';

/** A trigger that Salesforce calls, as Zapier declares one. */
export function toHookTrigger(trigger: PushTrigger) {
  const { key, noun, label, description, inputs, outputs, sample } = pushedOperation(trigger);
  const push = lazily(() => preparePush(trigger));
  const poll = lazily(() => prepareTrigger(trigger));
  return defineTrigger({
    key,
    noun,
    display: { label, description },
    operation: {
      type: 'hook',
      inputFields: inputs.map(toInputField),
      outputFields: outputs.map(toOutputField),
      sample: { ...sample },
      performSubscribe: inZapierTerms(async (_z: ZObject, bundle: Bundle) => {
        const target = { url: bundle.targetUrl ?? '', key: oauthClient().secret };
        return push().subscribe(toConnection(bundle), bundle.inputData, target);
      }),
      performUnsubscribe: inZapierTerms(async (_z: ZObject, bundle: Bundle) =>
        push().unsubscribe(toConnection(bundle), bundle.subscribeData?.id ?? ''),
      ),
      perform: inZapierTerms(async (_z: ZObject, bundle: Bundle) => {
        const call = { body: bundle.cleanedRequest as unknown, key: oauthClient().secret };
        return [...(await push().receive(toConnection(bundle), bundle.inputData, call, startRun()))];
      }),
      performList: inZapierTerms(async (_z: ZObject, bundle: Bundle) => [
        ...(await poll()(toConnection(bundle), bundle.inputData, { ...startRun(), settingUp: true })),
      ]),
    },
  });
}
