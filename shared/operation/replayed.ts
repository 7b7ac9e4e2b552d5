import type { Operation } from './definition.ts';
import type { PollingTrigger } from './polling-trigger.ts';

/** A trigger that change events can tell of records. */
export type ReplayTrigger = PollingTrigger & Required<Pick<PollingTrigger, 'replay' | 'named'>>;

/** The trigger has a replay. */
export function hasReplay(trigger: PollingTrigger): trigger is ReplayTrigger {
  return trigger.replay !== undefined && trigger.named !== undefined;
}

/** The operation that notices by change events what a trigger notices by queries; it returns the same. */
export function replayedOperation({ operation, replay }: ReplayTrigger): Operation {
  const { rules: _, ...shown } = operation;
  return {
    ...shown,
    key: `${operation.key}_by_change_events`,
    label: `${operation.label} by Change Events`,
    description:
      'Triggers when a field of a record gets a chosen value, on any object that is selected for Change Data Capture. A record that comes back counts again, though the history of the field is not tracked.',
    inputs: replay.inputs,
  };
}
