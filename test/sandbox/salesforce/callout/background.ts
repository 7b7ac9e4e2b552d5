/** Work that goes on after the call that caused it was answered. */
export interface Background {
  /** Starts work once the code that runs now has ended. The work handles its own failures. */
  run(work: () => Promise<void>): void;
  /** Resolves when nothing is under way any more, what was started meanwhile included. */
  settled(): Promise<void>;
}

export function createBackground(): Background {
  const underWay = new Set<Promise<void>>();
  return {
    run: (work) => {
      const done: Promise<void> = Promise.resolve()
        .then(work)
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
