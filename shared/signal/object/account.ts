import { objectType } from '../../language/object-type.ts';
import { User } from './user.ts';

export const Account = objectType('Account', {
  Id: 'text',
  Name: 'text',
  Industry: 'text',
  Type: 'text',
  Phone: 'text',
  Website: 'text',
  LastActivityDate: 'date',
  CreatedDate: 'instant',
  Owner: { parent: () => User },
});
