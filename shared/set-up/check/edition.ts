import { answer, concat, isIn, literal, note } from '../../language/index.ts';
import { API_PATH } from '../../salesforce/api-version.ts';
import { SMALL_EDITIONS } from '../../salesforce/edition.ts';
import type { SetUpCheck } from '../check.ts';
import { remedies } from '../remedy.ts';

const SOQL = 'SELECT Id, Name, OrganizationType, IsSandbox FROM Organization LIMIT 1';
const inOrg = (field: string) => answer('text', 'org', 'body', 'records', 0, field);

/** Whether the edition has what the fast ways of noticing changes need. */
export const edition: SetUpCheck = {
  name: 'edition',
  question: 'Does the edition have Apex and Change Data Capture?',
  asks: [
    {
      name: 'org',
      read: { method: 'GET', path: `${API_PATH}/query?q=${encodeURIComponent(SOQL)}`, accept: 'any' },
      notes: {
        orgName: inOrg('Name'),
        edition: inOrg('OrganizationType'),
        isSandbox: answer('boolean', 'org', 'body', 'records', 0, 'IsSandbox'),
      },
    },
  ],
  finds: [
    {
      when: isIn(note('text', 'edition'), SMALL_EDITIONS),
      weight: 'notice',
      says: concat(note('text', 'edition'), ' has neither, so only polling works there.'),
      fix: literal('text', remedies.poll),
    },
  ],
};
