import { objectType } from '../../language/object-type.ts';

/** A stage of opportunities: `StageName` holds its `ApiName`, people see its `MasterLabel`. */
export const OpportunityStage = objectType('OpportunityStage', {
  ApiName: 'text',
  MasterLabel: 'text',
  SortOrder: 'number',
  IsActive: 'boolean',
  IsClosed: 'boolean',
});
