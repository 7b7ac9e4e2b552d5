import { objectType } from '../../language/object-type.ts';
import { Name } from './name.ts';

export const Lead = objectType('Lead', {
  Id: 'text',
  Name: 'text',
  LastName: 'text',
  Email: 'text',
  Phone: 'text',
  Company: 'text',
  Title: 'text',
  LeadSource: 'text',
  Rating: 'text',
  Status: 'text',
  IsConverted: 'boolean',
  OwnerId: 'text',
  CreatedDate: 'instant',
  /** A user or a queue. */
  Owner: { parent: () => Name },
});
