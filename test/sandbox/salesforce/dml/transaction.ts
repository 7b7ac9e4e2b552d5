import type { Org } from '../org.ts';

/**
 * Runs writes that belong together, alone or inside another transaction: what they stored and noted is taken back
 * when they throw or say so. The outermost one commits.
 */
export function transaction<Result>(org: Org, writes: (takeBack: () => void) => Result): Result {
  const noted = org.changes.length;
  org.transactionDepth += 1;
  let result: Result;
  try {
    result = org.store.attempt((takeBack) =>
      writes(() => {
        takeBack();
        org.changes.length = noted;
      }),
    );
  } catch (error) {
    org.changes.length = noted;
    throw error;
  } finally {
    org.transactionDepth -= 1;
  }
  if (org.transactionDepth === 0) commit(org);
  return result;
}

function commit(org: Org): void {
  const changes = org.changes.splice(0);
  if (changes.length > 0) for (const listener of org.onCommit) listener(changes);
}
