import { join } from 'node:path';
import type { ChangeEvent } from '../../shared/receive/change-event.ts';
import { filter } from '../../shared/signal/deal-room/filter.ts';
import { applyEvent } from './apply-event.ts';
import { runMakeBlueprint } from './make/run-blueprint.ts';
import { type Cost, type SignalRun, seenInSlack } from './report.ts';
import { startWorld, type World } from './world.ts';
import { runZapBlueprint } from './zapier/run-blueprint.ts';

/** The platforms, with the blueprint file that runs on each, from the project's folder. */
const blueprintOf = {
  zapier: 'blueprints/deal-room/zap.json',
  make: 'blueprints/deal-room/scenario.json',
} as const;

/** A platform that blueprints run on. */
export type Platform = keyof typeof blueprintOf;

/** Every platform, in the order in which they are shown. */
export const platforms = Object.keys(blueprintOf) as readonly Platform[];

/** The sample org's deal that is about to be won. */
const DEAL = '006Hs00000BkXyzIAF';

/** Wins the sample deal, or applies an event, and runs the deal room's blueprint file in a world of its own. */
export async function runDealRoom(platform: Platform, event?: ChangeEvent): Promise<SignalRun> {
  const world = await startWorld();
  try {
    const skipped = event && reasonToSkip(event);
    if (skipped !== undefined) return report(world, platform, { outcome: 'skipped', reason: skipped });
    let refused: string | undefined;
    const file = join(import.meta.dirname, '../..', blueprintOf[platform]);
    const run = await runBlueprint[platform]({
      world,
      file,
      change: () => {
        if (event === undefined) world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' });
        else refused = applyEvent(world.salesforce, event);
      },
    });
    return report(
      world,
      platform,
      refused === undefined ? run : { ...run, outcome: 'skipped', reason: refused },
    );
  } finally {
    await world.close();
  }
}

const runBlueprint = { zapier: runZapBlueprint, make: runMakeBlueprint } as const;

/** Why an event cannot mean that a deal was won, told from the event alone. */
function reasonToSkip({ object, changeType, changedFields }: ChangeEvent): string | undefined {
  const [field = ''] = filter.path;
  if (object !== 'Opportunity') return `the event is about ${object}; the deal room watches Opportunity`;
  if (changedFields === 'all' || changedFields.includes(field)) return undefined;
  return `the ${changeType} changed ${changedFields.join(', ') || 'nothing'}, not ${field}`;
}

/** What both platforms' runners tell, as far as they do. */
interface Told extends Partial<Cost> {
  readonly outcome: string;
  readonly reason: string;
}

function report(world: World, platform: Platform, { outcome, reason, ...told }: Told): SignalRun {
  const { tasks = 0, operations = 0, salesforceCalls = 0, slackCalls = 0, pollCalls = 0 } = told;
  const ended = outcomeOf(outcome);
  return {
    signal: 'deal-room',
    platform,
    blueprint: blueprintOf[platform],
    outcome: ended,
    reason: ended === 'delivered' ? '' : reason,
    cost: { tasks, operations, salesforceCalls, slackCalls, pollCalls },
    slack: seenInSlack(world),
  };
}

function outcomeOf(outcome: string): SignalRun['outcome'] {
  switch (outcome) {
    case 'delivered':
    case 'already_delivered':
      return outcome;
    case 'skipped':
    case 'unnoticed':
    case 'left':
    case 'filtered':
      return 'skipped';
    default:
      return 'failed';
  }
}
