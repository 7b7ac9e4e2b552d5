import type { Org } from '../org.ts';
import type { Field, Row, Value } from '../schema/type.ts';
import { findField, findSobject, sobjectOfId } from '../visible.ts';
import type { Author } from './author.ts';

/** The fields an admin chose to track, by object. */
const tracked: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['StageName', 'Amount', 'CloseDate', 'OwnerId'],
  Case: ['Priority', 'Status', 'IsEscalated', 'OwnerId'],
};

interface Kind {
  readonly history: string;
  readonly of: string;
  /** The history object's lookup to the record. */
  readonly by: string;
}

/** Writes a row for the creation of a record, or for each tracked field that changed; lookups get one with names and one with ids. */
export function writeFieldHistory(
  org: Org,
  author: Author,
  kind: Kind,
  before: Row | undefined,
  row: Row,
): void {
  const write = (field: string, dataType: string, oldValue: Value, newValue: Value) =>
    org.store.put(kind.history, {
      Id: org.nextId('017'),
      IsDeleted: false,
      [kind.by]: row.Id ?? null,
      CreatedDate: row.LastModifiedDate ?? null,
      CreatedById: author.userId,
      Field: field,
      DataType: dataType,
      OldValue: asText(oldValue),
      NewValue: asText(newValue),
    });
  if (before === undefined) {
    write('created', 'Text', null, null);
    return;
  }
  const sobject = findSobject(org, kind.of);
  for (const name of tracked[kind.of] ?? []) {
    const field = sobject === undefined ? undefined : findField(org, sobject, name);
    const from = before[name] ?? null;
    const to = row[name] ?? null;
    if (field === undefined || from === to) continue;
    if (field.type !== 'reference') write(name, dataTypeOf(field), from, to);
    else {
      write(String(field.relationshipName), 'Text', nameOf(org, field, from), nameOf(org, field, to));
      write(String(field.relationshipName), 'EntityId', from, to);
    }
  }
}

function dataTypeOf(field: Field): string {
  if (field.type === 'picklist') return 'DynamicEnum';
  return field.type.charAt(0).toUpperCase() + field.type.slice(1);
}

function nameOf(org: Org, field: Field, id: Value): Value {
  const sobject = typeof id === 'string' ? sobjectOfId(org, id, field.referenceTo) : undefined;
  return sobject === undefined ? null : (org.store.table(sobject.name).get(String(id))?.Name ?? null);
}

function asText(value: Value): Value {
  return value === null ? null : String(value);
}
