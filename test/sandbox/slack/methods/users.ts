import { text } from '../input.ts';
import type { Method } from '../method.ts';
import { Refusal } from '../refusal.ts';
import { userView } from '../views.ts';
import { findUser } from '../workspace.ts';

/** `users.lookupByEmail`: deactivated people are not found; the address must be in lower case. */
export const usersLookupByEmail: Method = {
  name: 'users.lookupByEmail',
  verb: 'GET',
  tier: 3,
  scopes: [['users:read.email']],
  answer: ({ workspace, input }) => {
    const email = text(input, 'email');
    const user = email === '' ? undefined : workspace.store.users.findOneBy('email', email);
    if (!user || user.deleted) throw new Refusal('users_not_found');
    return { user: userView(user, true) };
  },
};

/** `users.info`: a person by id, deactivated ones too. */
export const usersInfo: Method = {
  name: 'users.info',
  verb: 'GET',
  tier: 4,
  scopes: [['users:read']],
  answer: ({ workspace, input, token }) => {
    const user = findUser(workspace, text(input, 'user'));
    if (!user) throw new Refusal('user_not_found');
    return { user: userView(user, token.scopes.includes('users:read.email')) };
  },
};
