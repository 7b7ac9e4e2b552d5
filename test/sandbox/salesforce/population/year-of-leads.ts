import fc from 'fast-check';
import type { World } from '../../world.ts';
import { KIM, LEA, TOM } from '../sample-org/user.ts';
import { DAY, type Entry, live, madeUp, weighted, workingTime } from './agenda.ts';

const LEADS = 4000;

/** A year of fictional leads, in the order of time; some get a better rating later. */
export function liveYearOfLeads(world: World): void {
  const record = fc.record({
    owner: weighted([
      [KIM, 3],
      [LEA, 3],
      [TOM, 2],
    ]),
    created: workingTime(world.clock.now(), [6, 7, 6, 5, 3, 1, 1]),
    source: fc.constantFrom('Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', null),
    rating: fc.constantFrom('Hot', 'Warm', 'Cold', null),
    warms: weighted([
      [false, 4],
      [true, 1],
    ]),
  });
  live(
    world,
    madeUp(record, LEADS).flatMap((each, number) => lifeOf(world, each, number)),
  );
}

interface Lead {
  readonly owner: string;
  readonly created: number;
  readonly source: string | null;
  readonly rating: string | null;
  readonly warms: boolean;
}

function lifeOf({ salesforce }: World, lead: Lead, number: number): readonly Entry[] {
  const { owner, created, source, rating, warms } = lead;
  let id = '';
  return [
    {
      at: created,
      happen: () => {
        id = salesforce.insert(
          'Lead',
          {
            LastName: `Fictional ${number + 1}`,
            Company: 'Fictional Ltd',
            LeadSource: source,
            Rating: rating,
            OwnerId: owner,
          },
          owner,
        );
      },
    },
    ...(warms
      ? [
          {
            at: created + DAY,
            happen: () => void salesforce.update('Lead', id, { Rating: 'Hot' }, owner),
          },
        ]
      : []),
  ];
}
