import { objectType } from '../../language/object-type.ts';

/** One row whenever stage, amount, probability or close date changes, with the values after the change. */
export const OpportunityHistory = objectType('OpportunityHistory', {
  Id: 'text',
  OpportunityId: 'text',
  StageName: 'text',
  PrevCloseDate: 'date',
  CreatedDate: 'instant',
});
