import { toRecordId18 } from '../../../../shared/salesforce/record-id.ts';
import { isTracked } from '../dml/field-history.ts';
import type { Org } from '../org.ts';
import { sobjects } from '../schema/index.ts';

/** Brings the records of `FieldDefinition` to what is tracked now. */
export function plantFieldDefinitions(org: Org): void {
  for (const [number, { name, fields }] of sobjects.entries())
    for (const [position, field] of fields.entries())
      org.store.table('FieldDefinition').put({
        Id: toRecordId18(`4ieDw${String(number * 1000 + position).padStart(10, '0')}`),
        EntityDefinitionId: name,
        QualifiedApiName: field.name,
        IsFieldHistoryTracked: isTracked(org, name, field.name),
      });
}
