import type { Dialect } from './dialect.ts';

/** What an expression can see. */
export interface ImlEnvironment {
  /** By root name (`body`, `parameters`, …) or, in the mapper, by module id (`'1'`). */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** IANA name of the scenario's time zone. */
  readonly timezone: string;
  /** 0 ≤ x < 1; needed by `random` and `shuffle` only. */
  readonly random?: () => number;
  /** Needed by `uuid` only. */
  readonly uuid?: () => string;
}

/** Where an expression is evaluated. */
export interface Scope {
  readonly environment: ImlEnvironment;
  readonly dialect: Dialect;
}
