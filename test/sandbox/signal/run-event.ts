import type { ChangeEvent } from '../../../shared/receive/change-event.ts';
import { filter } from '../../../shared/signal/deal-room/filter.ts';
import { applyEvent } from '../apply-event.ts';
import { type SignalRun, seenInSlack } from '../report.ts';
import { startWorld } from '../world.ts';
import { dealRoom } from './deal-room.ts';
import type { Demo } from './demo.ts';
import { runSignal } from './run-signal.ts';
import { blueprintOf, type Platform } from './switch-on.ts';

/** Lets a change event happen in the sample org, and runs the deal room's blueprint on a platform. */
export async function runEvent(platform: Platform, event: ChangeEvent): Promise<SignalRun> {
  const skipped = reasonToSkip(event);
  if (skipped === undefined) return runSignal(eventDemo(event), platform);
  const world = await startWorld();
  try {
    return {
      signal: dealRoom.signal,
      platform,
      blueprint: blueprintOf(dealRoom.signal, platform),
      outcome: 'skipped',
      reason: skipped,
      cost: { tasks: 0, operations: 0, salesforceCalls: 0, slackCalls: 0, pollCalls: 0 },
      slack: seenInSlack(world),
    };
  } finally {
    await world.close();
  }
}

/** The deal room when an event comes in. */
export function eventDemo(event: ChangeEvent): Demo {
  return {
    ...dealRoom,
    phases: [
      { says: 'The change event comes in.', change: ({ salesforce }) => applyEvent(salesforce, event) },
    ],
  };
}

/** Why an event cannot mean that a deal was won, told from the event alone. */
export function reasonToSkip({ object, changeType, changedFields }: ChangeEvent): string | undefined {
  const [field = ''] = filter.path;
  if (object !== 'Opportunity') return `the event is about ${object}; the deal room watches Opportunity`;
  if (changedFields === 'all' || changedFields.includes(field)) return undefined;
  return `the ${changeType} changed ${changedFields.join(', ') || 'nothing'}, not ${field}`;
}
