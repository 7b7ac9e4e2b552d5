import { badRequest } from '../error.ts';
import type { Org } from '../org.ts';
import type { Row, Sobject, Value } from '../schema/type.ts';
import { picklistValues } from '../visible.ts';
import { acceptValues, requireFields } from './accept.ts';
import type { Author } from './author.ts';
import { afterSave, beforeSave } from './automation.ts';
import { announce } from './change-event.ts';
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
    const row = newRow(org, author, sobject, accepted);
    requireFields(sobject, row, accepted);
    refuseDuplicates(org, sobject, row);
    org.store.put(sobject.name, row);
    afterSave(org, author, sobject, undefined, row);
    announce(org, author, sobject, undefined, row);
    return String(row.Id);
  });
}

/** A record with its defaults, derived fields and stamps, not yet stored. */
export function newRow(org: Org, author: Author, sobject: Sobject, accepted: Row): Row {
  const now = org.nowText();
  const row: Record<string, Value> = {};
  for (const field of sobject.fields)
    if (field.compute === null)
      row[field.name] =
        field.picklistObject === null
          ? field.defaultValue
          : (picklistValues(org, field).find((value) => value.defaultValue)?.value ?? null);
  Object.assign(row, {
    ...stamps(sobject, author, now),
    ...(sobject.fields.some((field) => field.name === 'OwnerId') ? { OwnerId: author.userId } : {}),
    ...accepted,
    Id: accepted.Id ?? org.nextId(sobject.keyPrefix),
  });
  beforeSave(org, sobject, undefined, row, accepted);
  return row;
}

function stamps(sobject: Sobject, author: Author, now: string): Row {
  const all: Row = {
    CreatedDate: now,
    CreatedById: author.userId,
    LastModifiedDate: now,
    LastModifiedById: author.userId,
    SystemModstamp: now,
  };
  const names = new Set(sobject.fields.map((field) => field.name));
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}
