import type { Operation } from './definition.ts';
import type { PollingTrigger } from './polling-trigger.ts';

/** A trigger that Salesforce can tell of records itself. */
export type PushTrigger = PollingTrigger & Required<Pick<PollingTrigger, 'push' | 'named'>>;

/** The trigger has a push. */
export function hasPush(trigger: PollingTrigger): trigger is PushTrigger {
  return trigger.push !== undefined && trigger.named !== undefined;
}

/** The operation that notices by push what a trigger notices by polling; it returns the same. */
export function pushedOperation({ operation, push }: PushTrigger): Operation {
  const { rules: _, ...shown } = operation;
  return {
    ...shown,
    key: `${operation.key}_instantly`,
    label: `${operation.label} Instantly`,
    description: `${operation.description} Salesforce tells it at once; that needs the push of the Dealwire package for Salesforce.`,
    inputs: push.inputs,
  };
}
