import { dealRoom } from '../sandbox/signal/deal-room.ts';
import type { FlowRun } from '../sandbox/signal/switch-on.ts';
import { type Platform, platforms, switchOn } from '../sandbox/signal/switch-on.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { stockDay } from './stock-recipe.ts';

/** A day in an org: changes of opportunities, one in a hundred of which is a win. */
export const DAY = { changes: 50_000, wins: 500, pollMinutes: 15 } as const;

/** What a day cost. */
export interface DayCost {
  readonly name: string;
  /** Tasks on Zapier, operations on Make. */
  readonly units: number;
  /** Polls of the trigger; on Make each is an operation too, which `units` leaves out. */
  readonly polls: number;
  readonly salesforceCalls: number;
  readonly slackCalls: number;
  /** Rooms opened. */
  readonly delivered: number;
}

const POLLS = (24 * 60) / DAY.pollMinutes;
const OPEN = ['Prospecting', 'Qualification', 'Proposal/Price Quote', 'Negotiation/Review'];

/** Lets the day happen on each platform from its blueprint file, and counts the same day of a stock recipe beside it. */
export async function measureDay(): Promise<readonly DayCost[]> {
  const costs: DayCost[] = [];
  for (const platform of platforms) costs.push(await ourDay(platform), stockDay(platform, DAY));
  return costs;
}

async function ourDay(platform: Platform): Promise<DayCost> {
  const world = await startWorld();
  try {
    const deals = makeDeals(world, DAY.wins);
    const others = makeDeals(world, 1500);
    const notice = await switchOn(world, dealRoom, platform);
    const sum = { units: 0, salesforceCalls: 0, slackCalls: 0, pollCalls: 0 };
    for (let poll = 0; poll < POLLS; poll += 1) {
      change(world, others, poll);
      for (const deal of between(deals, poll, POLLS))
        world.salesforce.update('Opportunity', deal, { StageName: 'Closed Won' });
      world.clock.advance(DAY.pollMinutes * 60_000);
      add(sum, await notice());
    }
    const delivered = world.slack
      .channels()
      .filter(({ creator }) => creator === world.slack.botUserId).length;
    const { pollCalls, ...rest } = sum;
    return { name: `Dealwire on ${platform}`, ...rest, polls: pollCalls, delivered };
  } finally {
    await world.close();
  }
}

function add(
  sum: { units: number; salesforceCalls: number; slackCalls: number; pollCalls: number },
  run: FlowRun,
) {
  sum.units += run.tasks + run.operations;
  sum.salesforceCalls += run.salesforceCalls + run.pollCalls;
  sum.slackCalls += run.slackCalls;
  sum.pollCalls += run.pollCalls;
}

function makeDeals({ salesforce }: World, count: number): readonly string[] {
  return Array.from({ length: count }, (_, number) =>
    salesforce.insert('Opportunity', {
      Name: `Deal ${count} ${number}`,
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
      Amount: 1000 + number,
    }),
  );
}

/** What people do to deals that are not won: amounts, next steps, stages of the pipeline. */
function change(world: World, deals: readonly string[], poll: number): void {
  const changes = between(
    Array.from({ length: DAY.changes - DAY.wins }, (_, at) => at),
    poll,
    POLLS,
  );
  for (const at of changes) {
    const id = deals[at % deals.length] ?? '';
    const values =
      at % 3 === 0
        ? { StageName: OPEN[at % OPEN.length] }
        : at % 3 === 1
          ? { Amount: at }
          : { NextStep: `Call ${at}` };
    world.salesforce.update('Opportunity', id, values);
  }
}

/** The items of the nth of some equal parts. */
function between<T>(items: readonly T[], part: number, parts: number): readonly T[] {
  return items.slice(
    Math.floor((items.length * part) / parts),
    Math.floor((items.length * (part + 1)) / parts),
  );
}
