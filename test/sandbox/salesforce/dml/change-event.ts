import type { Org } from '../org.ts';
import type { Field, Row, Sobject, Value } from '../schema/type.ts';
import type { Author } from './author.ts';

/** The header of a change event; `commitNumber` does not fit a JavaScript number. */
export interface ChangeEventHeader {
  readonly entityName: string;
  readonly recordIds: readonly string[];
  readonly changeType: 'CREATE' | 'UPDATE' | 'DELETE';
  readonly changeOrigin: string;
  readonly transactionKey: string;
  readonly sequenceNumber: number;
  readonly commitTimestamp: number;
  readonly commitNumber: bigint;
  readonly commitUser: string;
  readonly nulledFields: readonly string[];
  readonly diffFields: readonly string[];
  readonly changedFields: readonly string[];
}

/** A Change Data Capture event as a CometD client receives it. */
export interface ChangeEvent {
  readonly channel: string;
  readonly data: {
    readonly payload: {
      readonly ChangeEventHeader: ChangeEventHeader;
      readonly [field: string]: unknown;
    };
    readonly event: { readonly replayId: number };
  };
}

const NEVER_INCLUDED = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastActivityDate',
  'LastStageChangeDate',
]);
const NAME_PARTS = new Set(['FirstName', 'LastName']);
const FIRST_COMMIT = 1_745_500_706_683_617_281n;

/** Records the event of a creation, change (both rows) or deletion, if Change Data Capture covers the object. */
export function announce(
  org: Org,
  author: Author,
  sobject: Sobject,
  before: Row | undefined,
  row: Row | undefined,
): void {
  const record = row ?? before;
  if (!sobject.changeEvents || record === undefined) return;
  const changeType = row === undefined ? 'DELETE' : before === undefined ? 'CREATE' : 'UPDATE';
  const included = sobject.fields.filter(
    (field) => field.compute === null && !NEVER_INCLUDED.has(field.name) && !isDerivedName(sobject, field),
  );
  const changed =
    changeType === 'UPDATE' ? included.filter((field) => before?.[field.name] !== row?.[field.name]) : [];
  const shown = changeType === 'CREATE' ? included.filter((field) => row?.[field.name] != null) : changed;
  const sequence = org.nextNumber('change event');
  org.changeEvents.push({
    channel: `/data/${sobject.name.replace(/__c$/, '__')}ChangeEvent`,
    data: {
      payload: {
        ...bodyOf(sobject, shown, record),
        ChangeEventHeader: {
          entityName: sobject.name,
          recordIds: [String(record.Id)],
          changeType,
          changeOrigin: author.client === '' ? '' : `com/salesforce/api/rest/66.0;client=${author.client}`,
          transactionKey: `0000be70-a756-e601-9202-${String(sequence).padStart(12, '0')}`,
          sequenceNumber: 1,
          commitTimestamp: org.now(),
          commitNumber: FIRST_COMMIT + BigInt(sequence),
          commitUser: author.userId,
          nulledFields: changed.filter((field) => row?.[field.name] == null).map((field) => field.name),
          diffFields: [],
          changedFields: changed.map((field) => pathOf(sobject, field)),
        },
      },
      event: { replayId: 18_098_000 + sequence },
    },
  });
}

const hasNestedName = (sobject: Sobject) => sobject.name === 'Lead' || sobject.name === 'Contact';

const isDerivedName = (sobject: Sobject, field: Field) => hasNestedName(sobject) && field.name === 'Name';

const pathOf = (sobject: Sobject, field: Field) =>
  hasNestedName(sobject) && NAME_PARTS.has(field.name) ? `Name.${field.name}` : field.name;

function bodyOf(sobject: Sobject, fields: readonly Field[], row: Row): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const name: Record<string, Value> = {};
  for (const field of fields) {
    const value = row[field.name] ?? null;
    const shown =
      field.type === 'datetime' && typeof value === 'string' ? value.replace('+0000', 'Z') : value;
    if (hasNestedName(sobject) && NAME_PARTS.has(field.name)) name[field.name] = shown;
    else body[field.name] = shown;
  }
  return Object.keys(name).length === 0 ? body : { ...body, Name: name };
}
