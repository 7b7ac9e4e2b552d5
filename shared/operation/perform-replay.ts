import type { Connection } from '../delivery/connection.ts';
import { eventKey, rowKey } from '../delivery/event-key.ts';
import type { Context } from '../delivery/run.ts';
import { concat, literal, parametersOf } from '../language/index.ts';
import { chunks } from '../receive/replay/chunks.ts';
import { type Drained, REPLAY } from '../receive/replay/drain.ts';
import { type Memory, recall, remember, type ToRemember } from '../receive/replay/memory.ts';
import { type Observation, observe } from '../receive/replay/observe.ts';
import { advance, readPosition, startPosition, writePosition } from '../receive/replay/position.ts';
import {
  type Change,
  type Entry,
  follow,
  readSeen,
  SEEN_ONCE,
  type Seen,
  writeSeen,
} from '../receive/replay/seen.ts';
import { compileTemplate, compileValue } from '../target/js/compile.ts';
import { checkInputs } from './check-input.ts';
import { prepareTrigger } from './perform-trigger.ts';
import { type ReplayTrigger, replayedOperation } from './replayed.ts';
import { LOOK_BACK, type Noticed, prepareRows, scopeWith } from './trigger-rows.ts';

type Values = Readonly<Record<string, unknown>>;

/** A connection that can read change events. */
export interface StreamingConnection extends Connection {
  /** The events of a channel since a replay id, in one short session. */
  readonly replay: (channel: string, from: number) => Promise<Drained>;
}

/** Polls by change events, newest first. Throws the errors of `shared/error.ts`. */
export type PollEvents = (
  connection: StreamingConnection,
  values: Values,
  options: Pick<Context, 'now' | 'sleep' | 'deadline'> & { readonly settingUp: boolean },
) => Promise<readonly Noticed[]>;

/** Minutes without progress after which the records are read although no event says so: streams are known to stall. */
const DOUBT = 360;
/** Records named in one query. */
const NAMED = 200;

const input = parametersOf({ delivery_name: 'text', object: 'text', field: 'text', recordId: 'text' });

/**
 * Compiles a trigger for change events. Events tell which records changed; whether a record is in the state now, and everything that is
 * returned of it, is read from Salesforce. What cannot be told by events (a gap, an overflow, an id that is not known any more, a
 * stream that is silent for hours) is told by the query of the trigger. Where the history of the field is not tracked, the entries
 * of a record are counted in the ledger.
 */
export function prepareReplay(trigger: ReplayTrigger): PollEvents {
  const operation = replayedOperation(trigger);
  const { state } = trigger.replay;
  const poll = prepareTrigger({ ...trigger, operation });
  const readNamed = prepareRows(trigger, trigger.named);
  const positionKey = compileValue(
    rowKey(concat('replay-', input('delivery_name'), '-', input('object'), '-', input('field'))),
  );
  const keysOfRecord = compileTemplate({
    memory: rowKey(concat('seen-', input('delivery_name'), '-', input('field'), '-', input('recordId'))),
    delivered: rowKey(eventKey(input('delivery_name'), input('recordId'), literal('text', 'new'))),
  });

  return async (connection, values, options) => {
    if (options.settingUp) return poll(connection, values, options);
    const { salesforce, slack, replay, ...given } = connection;
    const checked = checkInputs(operation, values);
    const wanted = new Set((checked[state.values] as readonly string[]).map(String));
    const now = options.now();
    const scope = scopeWith(checked, now - LOOK_BACK, now);
    const keysOf = (recordId: string) =>
      keysOfRecord({ ...scope(given), parameters: { ...checked, recordId } }) as RecordKeys;
    const memory = { delivery: String(checked.delivery_name), ...given };

    const place = String(positionKey(scope(given)));
    const kept = (await recall(salesforce, [place])).get(place);
    const position = readPosition(kept?.text) ?? startPosition(now);
    const channel = channelOf(String(checked[state.object]));
    const first = await replay(channel, position.from);
    const { events } = first.expired ? await replay(channel, REPLAY.all) : first;
    const { observations, incomplete } = observe(events, String(checked[state.field]), position.since);
    const doubtful = incomplete || first.expired || (kept?.idle ?? 0) >= DOUBT;

    const there = doubtful ? await poll(connection, values, options) : [];
    const changes = changesOf(observations, there, wanted);
    const next = advance(position, events.at(-1)?.replayId);
    const move = { key: place, text: writePosition(next) };
    if (changes.size === 0) {
      if (move.text !== kept?.text || doubtful) await remember(salesforce, memory, [move]);
      return [];
    }

    const ids = [...changes.keys()];
    const [before, inState] = await Promise.all([
      recall(
        salesforce,
        ids.flatMap((id) => Object.values(keysOf(id))),
      ),
      readInState({ salesforce, slack, ...options }, checked, given, ids),
    ]);
    const items: Noticed[] = [];
    const seen: ToRemember[] = [];
    for (const [recordId, ofRecord] of changes) {
      const item = inState.get(recordId);
      const known = ofRecord.map(({ mark, inside = item !== undefined }) => ({
        inside,
        ...(mark && { mark }),
      }));
      const { after, entered } = follow(seenBefore(before, keysOf(recordId), known), known);
      seen.push({ key: keysOf(recordId).memory, text: writeSeen(after), recordId });
      if (item !== undefined) items.push(...entered.map((entry) => entryOf(item, entry)));
    }
    await remember(salesforce, memory, [...seen, move]);
    return [...new Map(items.map((item) => [item.id, item])).values()].toReversed();
  };

  async function readInState(
    context: Context,
    checked: Values,
    given: Values,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Noticed>> {
    const found = new Map<string, Noticed>();
    for (const record_ids of chunks(ids, NAMED)) {
      const scope = scopeWith({ ...checked, record_ids }, context.now() - LOOK_BACK, context.now());
      for (const item of await readNamed(context, scope, given)) found.set(String(item.record_id), item);
    }
    return found;
  }
}

/** A change as far as the events tell it; whether the record is inside is left out where only a read can say. */
interface Told {
  readonly mark?: string;
  readonly inside?: boolean;
}

/** What is told of each record: by events, and of those that no event names by the query. */
function changesOf(
  observations: readonly Observation[],
  there: readonly Noticed[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly Told[]> {
  const changes = new Map<string, Told[]>();
  for (const { recordId, mark, known, value } of observations) {
    const told = known ? { mark, inside: value !== undefined && wanted.has(value) } : {};
    changes.set(recordId, [...(changes.get(recordId) ?? []), told]);
  }
  for (const { record_id } of there)
    if (!changes.has(String(record_id))) changes.set(String(record_id), [{ inside: true }]);
  return changes;
}

/** The keys of a record's rows: what is remembered of it, and the delivery of an entry that nothing tells from others. */
interface RecordKeys {
  readonly memory: string;
  readonly delivered: string;
}

/** What is remembered of a record; one that leaves the state, and was delivered before anybody watched, was in it once. */
function seenBefore(
  rows: ReadonlyMap<string, Memory>,
  { memory, delivered }: RecordKeys,
  [first]: readonly Change[],
): Seen | undefined {
  const seen = readSeen(rows.get(memory)?.text);
  return seen ?? (first?.inside === false && rows.has(delivered) ? SEEN_ONCE : undefined);
}

/**
 * An entry of a record. Where its history does not tell entries apart they are counted, and the first is called as a query would
 * call it. Platforms tell it from others by the change as well.
 */
function entryOf(item: Noticed, { count, mark }: Entry): Noticed {
  const key = String(item.event_key);
  const counted = count > 1 && key.endsWith('-new') ? key.replace(/new$/, String(count)) : key;
  return { ...item, id: mark === '' ? counted : `${counted}~${mark}`, event_key: counted };
}

/** Where the change events of an object come. */
function channelOf(object: string): string {
  return `/data/${object.replace(/__c$/, '__')}ChangeEvent`;
}
