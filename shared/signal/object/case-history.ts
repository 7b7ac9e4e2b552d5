import { objectType } from '../../language/object-type.ts';

/** One row whenever a tracked field changes; its values can be read, but not filtered by. */
export const CaseHistory = objectType('CaseHistory', {
  Id: 'text',
  CaseId: 'text',
  Field: 'text',
  OldValue: 'text',
  NewValue: 'text',
  CreatedDate: 'instant',
});
