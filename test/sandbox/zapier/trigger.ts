/** What a trigger hands to one run. */
export type Item = Readonly<Record<string, unknown>>;

/** Gets some items, newest first; fetched once a run may start. */
export type Batch = () => Promise<readonly Item[]>;

/** The trigger of a Zap that is switched on. */
export interface Trigger {
  /** What there is to fetch now; each batch can fail by itself. */
  look(): readonly Batch[];
  /** Switches it off. */
  close(): Promise<void>;
  /** More items than this in one batch set off flood protection, which holds all of them. */
  readonly flood?: number;
  /** Where a service calls a hook. */
  readonly url?: string;
  /** When a Schedule fires next, in epoch milliseconds. */
  next?(): number;
  /** Somebody pushes a Slack message to the Zap. */
  push?(channel: string, ts: string): void;
}
