import fc from 'fast-check';
import type { World } from '../../world.ts';
import { ANA, KIM, LEA } from '../sample-org/user.ts';
import { live, madeUp, weighted, workingTime } from './agenda.ts';

const ACCOUNTS = 600;

/** A year of fictional accounts, in the order of time. */
export function liveYearOfAccounts(world: World): void {
  const record = fc.record({
    owner: weighted([
      [KIM, 4],
      [LEA, 2],
      [ANA, 3],
    ]),
    created: workingTime(world.clock.now(), [5, 5, 6, 5, 4, 0, 0]),
    type: fc.constantFrom('Prospect', 'Customer - Direct', 'Customer - Channel', null),
  });
  live(
    world,
    madeUp(record, ACCOUNTS).map(({ owner, created, type }, number) => ({
      at: created,
      happen: () =>
        void world.salesforce.insert(
          'Account',
          { Name: `Fictional account ${number + 1}`, Type: type, OwnerId: owner },
          owner,
        ),
    })),
  );
}
