import { objectType } from '../../language/object-type.ts';
import { User } from './user.ts';

/** Exists only in orgs with account teams. */
export const AccountTeamMember = objectType('AccountTeamMember', {
  Id: 'text',
  AccountId: 'text',
  UserId: 'text',
  User: { parent: () => User },
  TeamMemberRole: 'text',
});
