import { ledgerObject } from '../../delivery/ledger-object.ts';
import { and, answer, concat, exists, literal, not, note } from '../../language/index.ts';
import { API_PATH } from '../../salesforce/api-version.ts';
import type { SetUpCheck } from '../check.ts';
import { remedies } from '../remedy.ts';
import { refusalOf } from './rows.ts';

const { name, fields } = ledgerObject;
const SOQL = `SELECT Id, CreatedDate, ${Object.keys(fields).join(', ')} FROM ${name} LIMIT 1`;
const described = (right: string) => answer('boolean', 'ledger_rights', 'body', right);

/** Whether the ledger is there, whole, and can be written. */
export const ledger: SetUpCheck = {
  name: 'ledger',
  question: `Is the ledger (${name}) there, and may the integration user write it?`,
  asks: [
    {
      name: 'ledger',
      read: { method: 'GET', path: `${API_PATH}/query?q=${encodeURIComponent(SOQL)}`, accept: 'any' },
      notes: refusalOf('ledger'),
    },
    {
      name: 'ledger_rights',
      read: { method: 'GET', path: `${API_PATH}/sobjects/${name}/describe`, accept: 'any' },
      notes: { ledgerCreate: described('createable'), ledgerEdit: described('updateable') },
    },
  ],
  finds: [
    {
      when: exists(note('text', 'ledger_code')),
      weight: 'problem',
      says: concat('The ledger cannot be read: ', note('text', 'ledger_said')),
      fix: literal('text', remedies.ledger),
    },
    {
      when: and(
        not(exists(note('text', 'ledger_code'))),
        not(and(note('boolean', 'ledgerCreate'), note('boolean', 'ledgerEdit'))),
      ),
      weight: 'problem',
      says: literal('text', 'The integration user may not create and edit rows of the ledger.'),
      fix: literal('text', remedies.ledgerRights),
    },
  ],
};
