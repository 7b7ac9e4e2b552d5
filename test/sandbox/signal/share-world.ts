import type { World } from '../world.ts';

/** One of two runs in one world: they switch on together, then take turns in every phase. */
export interface Shared {
  readonly world: World;
  /** Only one of them lets things happen. */
  readonly isFirst: boolean;
  /** Waits until the other one is switched on too. */
  ready(): Promise<void>;
  /** Waits until it is this one's turn in a phase. */
  turn(phase: number): Promise<void>;
  /** Hands a phase over. */
  over(phase: number): void;
  /** Lets the other one go on without this one. */
  leave(): void;
}

/** A world for two runs of so many phases. */
export function shareWorld(world: World, phases: number): readonly [Shared, Shared] {
  const gates = () => Array.from({ length: phases + 1 }, () => Promise.withResolvers<void>());
  const [first, second] = [gates(), gates()];
  const open = (own: typeof first, gate: number) => own[gate]?.resolve();
  const member = (own: typeof first, other: typeof first, isFirst: boolean): Shared => ({
    world,
    isFirst,
    ready: async () => {
      open(own, 0);
      await other[0]?.promise;
    },
    turn: async (phase) => {
      await other[isFirst ? phase : phase + 1]?.promise;
    },
    over: (phase) => open(own, phase + 1),
    leave: () => {
      for (const gate of own) gate.resolve();
    },
  });
  return [member(first, second, true), member(second, first, false)];
}
