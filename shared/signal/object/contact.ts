import { objectType } from '../../language/object-type.ts';

export const Contact = objectType('Contact', { Id: 'text', Name: 'text', Email: 'text', Title: 'text' });
