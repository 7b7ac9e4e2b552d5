import { REPLAY } from './drain.ts';

/** Where a trigger stands in a channel. */
export interface Position {
  /** The id that a session starts from: what came before it was handed over for certain. */
  readonly from: number;
  /** The id of the last event that the latest poll read; the next poll makes sure that it was handed over. */
  readonly read: number;
  /** When the trigger began to watch, in epoch milliseconds. */
  readonly since: number;
}

/** Where a trigger starts: all that is retained is read, since no session tells where a channel ends, and what is older is left out. */
export function startPosition(now: number): Position {
  return { from: REPLAY.all, read: REPLAY.all, since: now };
}

/** The position after a poll, one poll late: a poll whose results get lost is read again. */
export function advance({ read, since }: Position, last: number | undefined): Position {
  return { from: read, read: last ?? read, since };
}

/** As a ledger row holds it. */
export function writePosition({ from, read, since }: Position): string {
  return `${from}|${read}|${since}`;
}

/** What a ledger row holds; missing when it holds nothing of the kind. */
export function readPosition(text: unknown): Position | undefined {
  const [, from, read, since] = /^(-?\d+)\|(-?\d+)\|(\d+)$/.exec(String(text ?? '')) ?? [];
  return since === undefined ? undefined : { from: Number(from), read: Number(read), since: Number(since) };
}
