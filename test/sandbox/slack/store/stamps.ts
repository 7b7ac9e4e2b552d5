import type { FakeClock } from '../../clock.ts';
import type { Caption, Row } from './records.ts';

/** The source of every id and time in the workspace: the same calls at the same clock give the same values. */
export interface Stamps {
  /** Epoch seconds. */
  seconds(): number;
  /** ISO 8601 text. */
  iso(): string;
  /** A message timestamp such as `1795212000.000000`, later than every earlier one. */
  ts(): string;
  /** The next id with this prefix, such as `C000001001`. */
  id(prefix: string): string;
}

const FIRST_ID = 1001;

/** Stamps that start at the clock, with the first id of every prefix unused. */
export function createStamps(clock: FakeClock): Stamps {
  const used = new Map<string, number>();
  let latest = 0;
  return {
    seconds: () => Math.floor(clock.now() / 1000),
    iso: () => new Date(clock.now()).toISOString(),
    ts: () => {
      latest = Math.max(clock.now() * 1000, latest + 1);
      const digits = String(latest);
      return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
    },
    id: (prefix) => {
      const number = used.get(prefix) ?? FIRST_ID;
      used.set(prefix, number + 1);
      return `${prefix}${String(number).padStart(9, '0')}`;
    },
  };
}

type Draft = Record<string, unknown>;

const caption = (stamps: Stamps, draft: Draft, field: string) => {
  const value = draft[field] as Caption | undefined;
  return value && value.last_set > 0 ? { [field]: { ...value, last_set: stamps.seconds() } } : {};
};

const STAMPED: Readonly<Record<string, (stamps: Stamps, draft: Draft) => Draft>> = {
  'slack.messages': (stamps, draft) => ({
    ...('ts' in draft ? { ts: stamps.ts() } : {}),
    ...('edited' in draft ? { edited: { ...(draft.edited as Draft), ts: stamps.ts() } } : {}),
  }),
  'slack.ephemeral_messages': (stamps, draft) => ('ts' in draft ? { ts: stamps.ts() } : {}),
  'slack.channels': (stamps, draft) => ({
    ...(typeof draft.channel_id === 'string' ? { channel_id: stamps.id(draft.channel_id.slice(0, 1)) } : {}),
    ...caption(stamps, draft, 'topic'),
    ...caption(stamps, draft, 'purpose'),
  }),
  'slack.pins': (stamps, draft) =>
    'pin_id' in draft ? { pin_id: stamps.id('P'), created: stamps.seconds() } : {},
  'slack.bookmarks': (stamps, draft) => ({
    ...('bookmark_id' in draft ? { bookmark_id: stamps.id('Bk'), date_created: stamps.seconds() } : {}),
    ...(draft.date_updated ? { date_updated: stamps.seconds() } : {}),
  }),
};

/** The stamp of one collection; `undefined` when nothing in it depends on chance or time. */
export function stampFor(collection: string, stamps: Stamps) {
  const stamped = STAMPED[collection];
  return (
    stamped &&
    (<Part extends Partial<Row>>(row: Part): Part => ({ ...row, ...stamped(stamps, row as Draft) }))
  );
}
