import { badRequest } from '../error.ts';
import type { Org } from '../org.ts';
import type { Row, Sobject } from '../schema/type.ts';

/** Refuses a record whose unique field repeats another record's value. */
export function refuseDuplicates(org: Org, sobject: Sobject, row: Row): void {
  for (const field of sobject.fields) {
    const value = row[field.name] ?? null;
    if (!field.unique || value === null) continue;
    const other = org.store
      .table(sobject.name)
      .having(field.name, value)
      .find((candidate) => candidate.Id !== row.Id);
    if (other !== undefined)
      throw badRequest(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${other.Id}`,
        [field.name],
      );
  }
}
