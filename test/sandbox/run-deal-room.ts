import { join } from 'node:path';
import type { ChangeEvent } from '../../shared/receive/change-event.ts';
import { filter } from '../../shared/signal/deal-room/filter.ts';
import { applyEvent } from './apply-event.ts';
import { noCost, type SignalRun, seenInSlack } from './report.ts';
import { startWorld, type World } from './world.ts';
import { type BlueprintRun, runZapBlueprint } from './zapier/run-blueprint.ts';

/** The blueprint that `npm start` executes, from the project's folder. */
const BLUEPRINT = 'blueprints/deal-room/zap.json';
/** The sample org's deal that is about to be won. */
const DEAL = '006Hs00000BkXyzIAF';

/** Wins the sample deal, or applies an event, and runs the deal room's blueprint file in a world of its own. */
export async function runDealRoom(event?: ChangeEvent): Promise<SignalRun> {
  const world = await startWorld();
  try {
    const skipped = event && reasonToSkip(event);
    return skipped === undefined ? await runBlueprint(world, event) : report(world, 'skipped', skipped);
  } finally {
    await world.close();
  }
}

/** Why an event cannot mean that a deal was won, told from the event alone. */
function reasonToSkip({ object, changeType, changedFields }: ChangeEvent): string | undefined {
  const [field = ''] = filter.path;
  if (object !== 'Opportunity') return `the event is about ${object}; the deal room watches Opportunity`;
  if (changedFields === 'all' || changedFields.includes(field)) return undefined;
  return `the ${changeType} changed ${changedFields.join(', ') || 'nothing'}, not ${field}`;
}

async function runBlueprint(world: World, event: ChangeEvent | undefined): Promise<SignalRun> {
  let refused: string | undefined;
  const run = await runZapBlueprint({
    world,
    file: join(import.meta.dirname, '../..', BLUEPRINT),
    change: () => {
      if (event === undefined) world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' });
      else refused = applyEvent(world.salesforce, event);
    },
  });
  return { ...report(world, outcomeOf(run), refused ?? reasonOf(run)), cost: costOf(run) };
}

function report(world: World, outcome: SignalRun['outcome'], reason: string): SignalRun {
  return {
    signal: 'deal-room',
    platform: 'zapier',
    blueprint: BLUEPRINT,
    outcome,
    reason,
    cost: noCost,
    slack: seenInSlack(world),
  };
}

function outcomeOf({ outcome }: BlueprintRun): SignalRun['outcome'] {
  switch (outcome) {
    case 'delivered':
    case 'already_delivered':
      return outcome;
    case 'unnoticed':
    case 'left':
    case 'filtered':
      return 'skipped';
    default:
      return 'failed';
  }
}

function reasonOf({ outcome, reason }: BlueprintRun): string {
  return outcome === 'delivered' ? '' : reason;
}

function costOf({ tasks, salesforceCalls, slackCalls, pollCalls }: BlueprintRun): SignalRun['cost'] {
  return { ...noCost, tasks, salesforceCalls, slackCalls, pollCalls };
}
