import { objectType } from '../../language/object-type.ts';
import { Account } from './account.ts';
import { User } from './user.ts';

export const Contact = objectType('Contact', {
  Id: 'text',
  Name: 'text',
  LastName: 'text',
  Email: 'text',
  Phone: 'text',
  Title: 'text',
  LastActivityDate: 'date',
  Account: { parent: () => Account },
  Owner: { parent: () => User },
});
