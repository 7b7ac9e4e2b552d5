import { objectType } from '../../language/object-type.ts';
import { Account } from './account.ts';
import { CaseHistory } from './case-history.ts';
import { Contact } from './contact.ts';
import { Name } from './name.ts';

export const Case = objectType('Case', {
  Id: 'text',
  CaseNumber: 'text',
  Subject: 'text',
  Priority: 'text',
  Status: 'text',
  IsEscalated: 'boolean',
  IsClosed: 'boolean',
  OwnerId: 'text',
  ClosedDate: 'instant',
  CreatedDate: 'instant',
  SystemModstamp: 'instant',
  Account: { parent: () => Account },
  Contact: { parent: () => Contact },
  /** A user or a queue. */
  Owner: { parent: () => Name },
  Histories: { children: () => CaseHistory },
});
