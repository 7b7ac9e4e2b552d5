import type { LoggedExchange } from './log.ts';

/** Everything outside an app that a run of it needs. */
export interface MakeWorld {
  readonly fetch: typeof fetch;
  /** Origin in the app's files or data (`https://slack.com`) to the origin of its stand-in. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly clock: { now(): number };
  /** Waits as `repeat.delay` asks; a test moves its clock instead. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** IANA name of the organisation's time zone. */
  readonly timezone: string;
  /** 0 ≤ x < 1; needed by apps that use `random` only. */
  readonly random?: () => number;
  /** Needed by apps that use `uuid` only. */
  readonly uuid?: () => string;
  /** Receives every exchange as Make would log it, sanitised as the app asks. */
  readonly record?: (exchange: LoggedExchange) => void;
}
