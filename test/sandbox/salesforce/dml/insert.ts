import { badRequest } from '../error.ts';
import type { Org } from '../org.ts';
import type { Field, Row, Sobject, Value } from '../schema/type.ts';
import { picklistValues } from '../visible.ts';
import { acceptValues, requireFields } from './accept.ts';
import type { Author } from './author.ts';
import { afterSave, beforeSave } from './automation.ts';
import { noteChange } from './change.ts';
import { transaction } from './transaction.ts';
import { refuseDuplicates } from './unique.ts';

/** Creates a record as the REST API does and answers its id. Throws SalesforceFault. */
export function insertRecord(
  org: Org,
  author: Author,
  sobject: Sobject,
  values: Readonly<Record<string, unknown>>,
): string {
  if (!sobject.createable)
    throw badRequest(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `entity type cannot be inserted: ${sobject.label}`,
    );
  const accepted = acceptValues(org, sobject, 'insert', values);
  return transaction(org, () => {
    const fault = org.writeRule?.({ operation: 'insert', sobject: sobject.name, id: null, values: accepted });
    if (fault !== undefined) throw fault;
    const row = newRow(org, sobject, blankRow(org, author, sobject), accepted);
    requireFields(sobject, row, accepted);
    refuseDuplicates(org, sobject, row);
    org.store.put(sobject.name, row);
    afterSave(org, author, sobject, undefined, row);
    noteChange(org, author, sobject, { row });
    return String(row.Id);
  });
}

/** What every new record of an object has: defaults, stamps and an owner. */
export function blankRow(org: Org, author: Author, sobject: Sobject): Row {
  const now = org.nowText();
  const filled: Row = {
    CreatedDate: now,
    CreatedById: author.userId,
    LastModifiedDate: now,
    LastModifiedById: author.userId,
    SystemModstamp: now,
    OwnerId: author.userId,
  };
  const stored = sobject.fields.filter(({ compute }) => compute === null);
  return Object.fromEntries(stored.map((field) => [field.name, filled[field.name] ?? defaultOf(org, field)]));
}

/** A new record, not yet stored: a blank one with some values, and what follows from them. */
export function newRow(org: Org, sobject: Sobject, blank: Row, values: Row): Row {
  const row: Record<string, Value> = { ...blank, ...values, Id: values.Id ?? org.nextId(sobject.keyPrefix) };
  beforeSave(org, sobject, undefined, row, values);
  return row;
}

function defaultOf(org: Org, field: Field): Value {
  if (field.picklistObject === null) return field.defaultValue;
  return picklistValues(org, field).find(({ defaultValue }) => defaultValue)?.value ?? null;
}
