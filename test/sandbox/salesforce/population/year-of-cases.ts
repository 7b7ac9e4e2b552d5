import fc from 'fast-check';
import type { World } from '../../world.ts';
import { ANA, BO, SAM } from '../sample-org/user.ts';
import { DAY, type Entry, HOUR, live, madeUp, weighted, workingTime } from './agenda.ts';

const CASES = 1800;

/** A year of fictional cases, in the order of time: some are escalated, some twice, some get another priority; most are closed. */
export function liveYearOfCases(world: World): void {
  const now = world.clock.now();
  const record = fc.record({
    owner: weighted([
      [BO, 6],
      [SAM, 3],
      [ANA, 2],
    ]),
    created: workingTime(now, [8, 6, 5, 5, 4, 2, 2]),
    priority: fc.constantFrom('Low', 'Medium', 'High'),
    hours: fc.integer({ min: 1, max: 60 }),
    fate: weighted([
      ['calm', 8],
      ['escalated', 5],
      ['again', 1],
      ['raised', 3],
      ['at once', 1],
    ]),
    staysOpen: fc.boolean(),
  });
  live(
    world,
    madeUp(record, CASES).flatMap((each, number) => lifeOf(world, each, number)),
  );
}

interface Case {
  readonly owner: string;
  readonly created: number;
  readonly priority: string;
  readonly hours: number;
  readonly fate: string;
  readonly staysOpen: boolean;
}

function lifeOf({ salesforce }: World, record: Case, number: number): readonly Entry[] {
  const { owner, created, priority, hours, fate, staysOpen } = record;
  let id = '';
  const change = (at: number, values: object): Entry => ({
    at,
    happen: () => void salesforce.update('Case', id, { ...values }, owner),
  });
  const later = created + hours * HOUR;
  const fates: Readonly<Record<string, readonly Entry[]>> = {
    calm: [],
    'at once': [],
    escalated: [change(later, { IsEscalated: true })],
    again: [
      change(later, { IsEscalated: true }),
      change(later + 3 * HOUR, { IsEscalated: false }),
      change(later + 9 * HOUR, { IsEscalated: true }),
    ],
    raised: [change(later, { Priority: priority === 'High' ? 'Medium' : 'High' })],
  };
  return [
    {
      at: created,
      happen: () => {
        id = salesforce.insert(
          'Case',
          {
            Subject: `Fictional case ${number + 1}`,
            Priority: priority,
            IsEscalated: fate === 'at once',
            OwnerId: owner,
          },
          owner,
        );
      },
    },
    ...(fates[fate] ?? []),
    ...(staysOpen ? [] : [change(later + 2 * DAY, { Status: 'Closed' })]),
  ];
}
