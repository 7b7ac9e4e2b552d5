import type { Make } from '@makehq/sdk';
import { explainProblem } from './explain-problem.ts';
import type { Memory } from './memory.ts';

/** The consumer key and secret of Salesforce, as connections on Make keep them in their common data. */
export interface ConnectionSecrets {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A part of the app that differs from what Make holds; both texts are for people. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What a push found and did, or would do. Paths read `kind/id/part`. */
export interface Outcome {
  readonly created: string[];
  readonly changed: Change[];
  readonly unchanged: string[];
}

/** All that one push works with. */
export interface PushSession {
  readonly make: Make;
  readonly host: string;
  readonly memory: Memory;
  readonly dryRun: boolean;
  readonly connectionSecrets: ConnectionSecrets | undefined;
  /** Removed from what Make says: the key, and what `connectionSecrets` holds. */
  readonly secrets: readonly string[];
  readonly outcome: Outcome;
  /** Tells a person how far the push is. */
  tell(line: string): void;
}

/** Runs a call of the SDK. Throws PushError that says what went on. */
export async function attempt<T>(
  { host, secrets }: PushSession,
  what: string,
  call: () => Promise<T>,
  file?: string,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw explainProblem(error, { what, file, host, secrets });
  }
}
