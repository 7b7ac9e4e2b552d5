import { id, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

/** What a path through a lookup to several objects can reach: the fields they have in common. */
export const nameObject = sobject(
  'Name',
  '',
  [id(), text('Name'), text('FirstName'), text('LastName'), text('Type')],
  fixed,
);
