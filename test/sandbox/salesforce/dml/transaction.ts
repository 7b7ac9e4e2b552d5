import type { Org } from '../org.ts';

/** Runs writes that belong together: what they stored and announced is taken back when they throw or say so. */
export function transaction<Result>(org: Org, writes: (takeBack: () => void) => Result): Result {
  const announced = org.changeEvents.length;
  try {
    return org.store.attempt((takeBack) =>
      writes(() => {
        takeBack();
        org.changeEvents.length = announced;
      }),
    );
  } catch (error) {
    org.changeEvents.length = announced;
    throw error;
  }
}
