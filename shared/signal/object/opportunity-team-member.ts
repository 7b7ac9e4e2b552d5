import { objectType } from '../../language/object-type.ts';
import { User } from './user.ts';

/** Exists only in orgs with team selling. */
export const OpportunityTeamMember = objectType('OpportunityTeamMember', {
  Id: 'text',
  OpportunityId: 'text',
  UserId: 'text',
  User: { parent: () => User },
  TeamMemberRole: 'text',
});
