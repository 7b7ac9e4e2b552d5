import { createHash } from 'node:crypto';
import type { Change } from '../dml/change.ts';
import type { Org } from '../org.ts';
import type { Sobject } from '../schema/type.ts';
import { changeEventName } from './change-data.ts';
import type { ChangeEventHeader, ChangeType } from './change-event.ts';
import { type EventBody, eventBody } from './event-body.ts';
import { type NetChange, netChanges } from './net-change.ts';

/** What is left to tell of an event once its transaction is known. */
interface Draft {
  readonly sobject: Sobject;
  readonly type: ChangeType;
  readonly recordIds: readonly string[];
  readonly changeOrigin: string;
  readonly commitUser: string;
  readonly body: EventBody;
}

/** Stands for records that an overflow event does not name. */
const NO_RECORD = '000000000000000AAA';
const FIRST_COMMIT = 1_745_500_706_683_617_281n;
const FIRST_REPLAY_ID = 18_098_000;
const emptyBody: EventBody = { fields: {}, changedFields: [], nulledFields: [] };

/** Publishes what Change Data Capture makes of a committed transaction. */
export function publishChanges(org: Org, changes: readonly Change[]): void {
  if (!org.features.changeData) return;
  const selected = netChanges(org, changes).filter(({ sobject }) =>
    org.changeData.entities.includes(sobject.name),
  );
  publish(org, draftsOf(org, selected));
}

/** Publishes the one event for all records of an object that a lossy change of a custom field's type makes. */
export function publishTypeConversion(org: Org, sobject: Sobject, commitUser: string): void {
  const recordIds = [`${sobject.keyPrefix}*`];
  publish(org, [{ sobject, type: 'GAP_UPDATE', recordIds, changeOrigin: '', commitUser, body: emptyBody }]);
}

function draftsOf(org: Org, changes: readonly NetChange[]): readonly Draft[] {
  switch (org.changeData.publishes) {
    case 'gaps':
      return gaps(changes);
    case 'overflow':
      return overflows(changes);
    case 'changes': {
      const most = org.limits.changesPerTransaction;
      return [...merged(org, changes.slice(0, most)), ...overflows(changes.slice(most))];
    }
  }
}

/** One event for all records of an object that one author changed alike within a second. */
function merged(org: Org, changes: readonly NetChange[]): readonly Draft[] {
  const drafts = new Map<string, Draft & { readonly recordIds: string[] }>();
  for (const change of changes) {
    const { type, sobject, author, id } = change;
    const body = eventBody(org, change);
    const second = Math.floor(change.at / 1000);
    const key = JSON.stringify([sobject.name, type, author, second, body]);
    const { changeOrigin, userId: commitUser } = author;
    const draft = drafts.get(key) ?? { sobject, type, recordIds: [], changeOrigin, commitUser, body };
    draft.recordIds.push(id);
    drafts.set(key, draft);
  }
  return [...drafts.values()];
}

/** Header-only events, one per object and kind of change. */
function gaps(changes: readonly NetChange[]): readonly Draft[] {
  return grouped(changes, ({ sobject, type }) => `${sobject.name} ${type}`).map((alike) =>
    lost(
      alike,
      `GAP_${alike[0].type}`,
      alike.map(({ id }) => id),
    ),
  );
}

function overflows(changes: readonly NetChange[]): readonly Draft[] {
  return grouped(changes, ({ sobject }) => sobject.name).map((ofObject) =>
    lost(ofObject, 'GAP_OVERFLOW', [NO_RECORD]),
  );
}

type Some<Item> = readonly [Item, ...Item[]];

function grouped(
  changes: readonly NetChange[],
  key: (change: NetChange) => string,
): readonly Some<NetChange>[] {
  const groups = new Map<string, [NetChange, ...NetChange[]]>();
  for (const change of changes) {
    const group = groups.get(key(change));
    if (group === undefined) groups.set(key(change), [change]);
    else group.push(change);
  }
  return [...groups.values()];
}

function lost([{ sobject, author }]: Some<NetChange>, type: ChangeType, recordIds: readonly string[]): Draft {
  return { sobject, type, recordIds, changeOrigin: '', commitUser: author.userId, body: emptyBody };
}

function publish(org: Org, drafts: readonly Draft[]): void {
  if (drafts.length === 0) return;
  const transaction = org.nextNumber('transaction');
  for (const [position, draft] of drafts.entries()) {
    const { sobject, type, recordIds, changeOrigin, commitUser, body } = draft;
    const header: ChangeEventHeader = {
      entityName: sobject.name,
      recordIds,
      changeType: type,
      changeOrigin,
      transactionKey: `0000be70-a756-e601-9202-${String(transaction).padStart(12, '0')}`,
      sequenceNumber: type.startsWith('GAP') ? 1 : position + 1,
      commitTimestamp: org.now(),
      commitNumber: FIRST_COMMIT + BigInt(transaction),
      commitUser,
      nulledFields: body.nulledFields,
      diffFields: [],
      changedFields: body.changedFields,
    };
    org.changeEvents.push({
      channel: `/data/${changeEventName(sobject.name)}`,
      data: {
        schema: schemaId(sobject),
        payload: { ...body.fields, ChangeEventHeader: header },
        event: { replayId: nextReplayId(org) },
      },
    });
  }
  for (const listener of org.onChangeEvents) listener();
}

/** Rising, but not by one. */
function nextReplayId(org: Org): number {
  const number = org.nextNumber('replay id');
  return FIRST_REPLAY_ID + 7 * number + (number % 3);
}

function schemaId({ name }: Sobject): string {
  return createHash('md5').update(name).digest('base64url');
}
