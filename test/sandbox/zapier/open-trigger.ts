import type { FakeClock } from '../clock.ts';
import type { CallContext } from './call-operation.ts';
import type { HookServer } from './hook-server.ts';
import { openHook } from './hook-trigger.ts';
import type { Operation } from './operation.ts';
import { openPolling } from './polling-trigger.ts';
import { openSchedule } from './schedule-trigger.ts';
import type { SlackAccount } from './slack-app.ts';
import { openSlackTrigger } from './slack-trigger.ts';
import type { Step } from './step-tree.ts';
import type { Trigger } from './trigger.ts';

/** What triggers of other kinds than polls and schedules are fed by. */
export interface TriggerFeeds {
  readonly hooks: HookServer | undefined;
  readonly slack: SlackAccount | undefined;
}

/** Switches the trigger of a checked Zap on. Throws StepFailed when the integration fails. */
export async function openTrigger(
  step: Step,
  operation: Operation | undefined,
  context: CallContext,
  clock: FakeClock,
  { hooks, slack }: TriggerFeeds,
): Promise<Trigger> {
  switch (operation?.kind) {
    case 'schedule':
      return openSchedule(step, context.timezone, clock);
    case 'trigger':
      return openPolling(step, operation.definition, context);
    case 'hook':
      if (hooks === undefined)
        throw new Error('A hook trigger needs a hook server; hand one over as `hooks`.');
      return openHook(step, operation.definition, hooks, context);
    case 'slack-trigger':
      if (slack === undefined) throw new Error('A Slack trigger needs an account; hand one over as `slack`.');
      return openSlackTrigger(step, operation.event, slack);
    default:
      throw new Error(`${step.name} is no trigger.`);
  }
}
