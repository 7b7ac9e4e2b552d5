import fc from 'fast-check';
import type { World } from '../../world.ts';
import { KIM, LEA, PRIYA, SAM, TOM } from '../sample-org/user.ts';
import { DAY, type Entry, HOUR, live, madeUp, weighted, workingTime } from './agenda.ts';

const DEALS = 3000;

/**
 * A year of fictional opportunities, in the order of time: most are won, on Fridays above all, some are lost, and a few are
 * edited, lost or won again after they were won.
 */
export function liveYearOfDeals(world: World): void {
  const now = world.clock.now();
  const deal = fc.record({
    owner: weighted([
      [KIM, 6],
      [LEA, 5],
      [PRIYA, 3],
      [SAM, 4],
      [TOM, 3],
    ]),
    closed: workingTime(now, [3, 4, 4, 6, 9, 0, 0]),
    openDays: fc.integer({ min: 5, max: 90 }),
    amount: fc.integer({ min: 5, max: 400 }),
    ending: weighted([
      ['won', 70],
      ['edited', 10],
      ['undone', 3],
      ['again', 3],
      ['lost', 14],
    ]),
  });
  live(
    world,
    madeUp(deal, DEALS).flatMap((each, number) => lifeOf(world, each, number)),
  );
}

interface Deal {
  readonly owner: string;
  readonly closed: number;
  readonly openDays: number;
  readonly amount: number;
  readonly ending: string;
}

function lifeOf({ salesforce }: World, deal: Deal, number: number): readonly Entry[] {
  const { owner, closed, openDays, amount, ending } = deal;
  const opened = closed - openDays * DAY;
  let id = '';
  const change = (at: number, values: object): Entry => ({
    at,
    happen: () => void salesforce.update('Opportunity', id, { ...values }, owner),
  });
  const open: Entry = {
    at: opened,
    happen: () => {
      id = salesforce.insert(
        'Opportunity',
        {
          Name: `Fictional deal ${number + 1}`,
          StageName: 'Prospecting',
          Amount: amount * 500,
          CloseDate: new Date(closed).toISOString().slice(0, 10),
          OwnerId: owner,
        },
        owner,
      );
    },
  };
  const won = { StageName: 'Closed Won' };
  const endings: Readonly<Record<string, readonly Entry[]>> = {
    lost: [change(closed, { StageName: 'Closed Lost' })],
    won: [change(closed, won)],
    edited: [change(closed, won), change(closed + DAY, { Amount: amount * 450 })],
    undone: [change(closed, won), change(closed + 2 * DAY, { StageName: 'Closed Lost' })],
    again: [
      change(closed, won),
      change(closed + DAY, { StageName: 'Negotiation/Review' }),
      change(closed + DAY + 3 * HOUR, won),
    ],
  };
  return [
    open,
    change(opened + (closed - opened) / 2, { StageName: 'Negotiation/Review' }),
    ...(endings[ending] ?? []),
  ];
}
