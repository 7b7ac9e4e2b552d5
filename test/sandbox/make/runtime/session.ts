import type { BaseDirectives } from '../load/directives.ts';
import type { Budget } from './budget.ts';
import type { MakeWorld } from './world.ts';

/** Values by variable name. */
export type Variables = Readonly<Record<string, unknown>>;

/** One run of one communication. */
export interface Session {
  readonly world: MakeWorld;
  /** `undefined` where Base is not inherited. */
  readonly base: BaseDirectives | undefined;
  /** Path of the communication's file, for error texts. */
  readonly file: string;
  /** What every expression of the run sees. */
  readonly variables: Variables;
  readonly budget: Budget;
  /** Grows along the run; replaced, never changed in place. */
  temp: Variables;
}
