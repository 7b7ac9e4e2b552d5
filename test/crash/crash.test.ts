import { expect, it } from '@jest/globals';
import { dieAt } from './crash.ts';
import { DEAL, deliver, INPUTS, ROOM } from './deal.ts';
import { atEveryCall, inWorld, once } from './every-call.ts';
import { look, untilDelivered } from './recover.ts';

it('A process that dies at any call although somebody else has a channel of that name leaves one room under its long name', async () => {
  const deaths = await atEveryCall((point) =>
    inWorld(async (world) => {
      world.slack.createChannel({ name: ROOM, creator: 'U00OPSADM1', isPrivate: true });
      const died = await dieAt(world, point, () => deliver(world));
      await untilDelivered(world, () => deliver(world));
      expect({ point, ...look(world) }).toEqual({ point, rooms: [`${ROOM}-${DEAL.toLowerCase()}`], ...once });
      return died;
    }),
  );
  expect(deaths).toBeGreaterThan(20);
});

it('A process that dies at any call while another delivery of the same deal runs leaves one room with a briefing of each', async () => {
  const other = { event_key: `${INPUTS.event_key}-again`, write_back: false };
  const deaths = await atEveryCall((point) =>
    inWorld(async (world) => {
      const second = () => untilDelivered(world, () => deliver(world, other));
      const died = await dieAt(world, point, () => deliver(world));
      await Promise.all([untilDelivered(world, () => deliver(world)), second()]);
      expect({ point, ...look(world) }).toEqual({ point, rooms: [ROOM], ...once, briefings: 2, pins: 2 });
      return died;
    }),
  );
  expect(deaths).toBeGreaterThan(20);
});

it('Two runs of one delivery at the same time leave one room and one briefing', () =>
  inWorld(async (world) => {
    const outcomes = await Promise.all([1, 2].map(() => untilDelivered(world, () => deliver(world))));
    expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already_delivered', 'delivered']);
  }));
