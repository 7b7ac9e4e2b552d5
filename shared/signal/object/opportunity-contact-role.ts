import { objectType } from '../../language/object-type.ts';
import { Contact } from './contact.ts';

/** `Contact` is null when the connected user may not see it. */
export const OpportunityContactRole = objectType('OpportunityContactRole', {
  Id: 'text',
  OpportunityId: 'text',
  Contact: { parent: () => Contact },
  Role: 'text',
  IsPrimary: 'boolean',
});
