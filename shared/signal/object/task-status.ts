import { objectType } from '../../language/object-type.ts';

/** A value of the field Status of tasks. */
export const TaskStatus = objectType('TaskStatus', {
  Id: 'text',
  ApiName: 'text',
  IsClosed: 'boolean',
  IsDefault: 'boolean',
  SortOrder: 'number',
});
