import { objectType } from '../../language/object-type.ts';

/** Exists with entitlement management only. Its dates can be filtered by, but neither sorted nor grouped. */
export const CaseMilestone = objectType('CaseMilestone', {
  Id: 'text',
  CaseId: 'text',
  TargetDate: 'instant',
  IsCompleted: 'boolean',
});
