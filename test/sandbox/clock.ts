/** A clock that only moves when told to. Times are epoch milliseconds. */
export interface FakeClock {
  now(): number;
  /** Moves the clock forward by `milliseconds`. */
  advance(milliseconds: number): void;
  /** Sets the clock to an instant, given as epoch milliseconds or ISO 8601 text. */
  set(instant: number | string): void;
}

/** The sandbox's today: the sample org's records are dated around it. */
export const SANDBOX_START = '2026-11-20T22:00:00.000Z';

export function fakeClock(start: number | string = SANDBOX_START): FakeClock {
  let time = new Date(start).getTime();
  return {
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    set: (instant) => {
      time = new Date(instant).getTime();
    },
  };
}
