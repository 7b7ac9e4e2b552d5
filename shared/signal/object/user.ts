import { objectType } from '../../language/object-type.ts';

export const User = objectType('User', { Id: 'text', Name: 'text', Email: 'text', IsActive: 'boolean' });
