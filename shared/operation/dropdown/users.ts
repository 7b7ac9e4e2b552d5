import { and, answer, concat, equal, exists, fieldsOf, queryText } from '../../language/index.ts';
import { User } from '../../signal/object/user.ts';
import type { Dropdown } from './dropdown.ts';
import { isFound } from './search.ts';

const user = fieldsOf(User);

/** The active users who have an email address, by name. */
export const users: Dropdown = {
  from: 'rows',
  query: queryText({
    from: User.name,
    select: [user('Name'), user('Email')],
    where: and(equal(user('IsActive'), true), exists(user('Email')), isFound(user('Name'), user('Email'))),
    orderBy: [{ by: user('Name'), direction: 'ascending' }],
  }),
  searched: true,
  line: {
    label: concat(answer('text', 'Name'), ' (', answer('text', 'Email'), ')'),
    value: answer('text', 'Email'),
  },
};
