import { checkbox, id, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

/** What the Tooling API tells of a field; of a standard object the definition's id is its name. */
export const fieldDefinition = sobject(
  'FieldDefinition',
  '4ie',
  [id(), text('EntityDefinitionId'), text('QualifiedApiName'), checkbox('IsFieldHistoryTracked')],
  fixed,
);
