import { expect, it } from '@jest/globals';
import { dieAt } from '../crash/crash.ts';
import { DEAL, deliver, ROOM } from '../crash/deal.ts';
import { atEveryCall, atSomeCalls, inWorld, once } from '../crash/every-call.ts';
import { look, untilDelivered as untilDeliveredOnZapier } from '../crash/recover.ts';
import { deliverOnMake, untilDelivered } from './make.ts';

it('A module that dies at any request although somebody else has a channel of that name leaves one room under its long name', async () => {
  const deaths = await atEveryCall((point) =>
    inWorld(async (world) => {
      world.slack.createChannel({ name: ROOM, creator: 'U00OPSADM1', isPrivate: true });
      const died = await dieAt(world, point, () => deliverOnMake(world));
      await untilDelivered(world, () => deliverOnMake(world));
      expect({ point, ...look(world) }).toEqual({ point, rooms: [`${ROOM}-${DEAL.toLowerCase()}`], ...once });
      return died;
    }),
  );
  expect(deaths).toBeGreaterThan(20);
}, 120_000);

it('A module that dies at one request in two leaves a delivery that Zapier completes, and the other way round', async () => {
  const platforms = [
    { first: deliverOnMake, second: deliver },
    { first: deliver, second: deliverOnMake },
  ];
  for (const [from, { first, second }] of platforms.entries())
    await atSomeCalls(
      from,
      2,
    )((point) =>
      inWorld(async (world) => {
        const died = await dieAt(world, point, () => first(world));
        await untilDeliveredOnZapier(world, () => second(world));
        expect({ point, ...look(world) }).toEqual({ point, rooms: [ROOM], ...once });
        return died;
      }),
    );
}, 240_000);

it('Make and Zapier at the same event at the same time leave one room and one briefing', () =>
  inWorld(async (world) => {
    const outcomes = await Promise.all([
      untilDelivered(world, () => deliverOnMake(world)),
      untilDeliveredOnZapier(world, () => deliver(world)),
    ]);
    expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already_delivered', 'delivered']);
  }));
