import { createHash } from 'node:crypto';

/** What is remembered of a record between two polls: whether it is in the state, and which changes brought it there. */
export interface Seen {
  readonly inside: boolean;
  /** How often it came into the state. */
  readonly count: number;
  /** The short form of the mark of the last change that counted; empty when none did. */
  readonly last: string;
  /** The latest entries: the short form of their mark, and which entry it was. */
  readonly entries: readonly (readonly [mark: string, count: number])[];
}

/** A change of a record: into the state or out of it. Without a mark it is what a read of the record says. */
export interface Change {
  readonly mark?: string;
  readonly inside: boolean;
}

/** Entries remembered, so that events that are read again name the same ones. */
const REMEMBERED = 5;

/** A record came into the state. */
export interface Entry {
  /** Counted from 1. */
  readonly count: number;
  /** The short form of the mark of the change that brought it there; empty when a read found it there. */
  readonly mark: string;
}

/** A record of which nothing is remembered but that it was in the state once. */
export const SEEN_ONCE: Seen = { inside: true, count: 1, last: '', entries: [] };

/**
 * What is remembered after changes, and the entries they make, counted from 1. Changes up to the last one that counted are read
 * again: they make the entries that they made before, and change nothing.
 */
export function follow(
  before: Seen | undefined,
  changes: readonly Change[],
): { readonly after: Seen; readonly entered: readonly Entry[] } {
  const marked = changes.map(({ mark, inside }) => ({ mark: mark === undefined ? '' : short(mark), inside }));
  const start = before ?? { inside: false, count: 0, last: '', entries: [] };
  const repeated = start.last === '' ? 0 : marked.findLastIndex(({ mark }) => mark === start.last) + 1;
  const again = marked
    .slice(0, repeated)
    .flatMap(({ mark }) => start.entries.filter(([each]) => each === mark))
    .map(([mark, count]): Entry => ({ mark, count }));
  let { inside, count, last, entries }: Seen = start;
  const entered = [...again];
  for (const change of marked.slice(repeated)) {
    if (change.inside && !inside) {
      count += 1;
      if (change.mark !== '') entries = [...entries, [change.mark, count] as const].slice(-REMEMBERED);
    }
    if (change.inside && (!inside || change.mark === '')) entered.push({ count, mark: change.mark });
    inside = change.inside;
    last = change.mark === '' ? last : change.mark;
  }
  return { after: { inside, count, last, entries }, entered };
}

/** As a ledger row holds it: at most 255 characters. */
export function writeSeen({ inside, count, last, entries }: Seen): string {
  return [inside ? 'in' : 'out', count, last, ...entries.map((entry) => entry.join(':'))].join('|');
}

/** What a ledger row holds; missing when it holds nothing of the kind. */
export function readSeen(text: unknown): Seen | undefined {
  const [, side, count, last = '', rest = ''] =
    /^(in|out)\|(\d+)\|([0-9a-f]*)((?:\|[0-9a-f]+:\d+)*)$/.exec(String(text ?? '')) ?? [];
  if (side === undefined) return undefined;
  const entries = rest.split('|').flatMap((entry) => {
    const [mark, at] = entry.split(':');
    return mark === undefined || at === undefined ? [] : [[mark, Number(at)] as const];
  });
  return { inside: side === 'in', count: Number(count), last, entries };
}

function short(mark: string): string {
  return createHash('sha256').update(mark).digest('hex').slice(0, 12);
}
