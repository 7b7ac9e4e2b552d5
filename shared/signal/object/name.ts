import { objectType } from '../../language/object-type.ts';

/** What a lookup to one of several objects shows of any of them. */
export const Name = objectType('Name', { Name: 'text', Type: 'text' });
