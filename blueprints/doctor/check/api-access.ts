import { SalesforceSessionExpiredError } from '../../../shared/error.ts';
import type { DoctorCheck } from '../check.ts';
import { query } from '../path.ts';

/** Whether Salesforce lets the token call its API at all. */
export const apiAccess: DoctorCheck = {
  name: 'api-access',
  question: 'Does Salesforce answer the connection?',
  asks: () => ({ org: query('SELECT Id FROM Organization') }),
  judge: ({ org }) => {
    const { problem } = org ?? {};
    if (problem === undefined) return [];
    const fix =
      problem instanceof SalesforceSessionExpiredError
        ? 'Set SALESFORCE_ACCESS_TOKEN to a new one; a connection on Zapier or Make renews it by itself.'
        : problem.fix;
    return [{ weight: 'problem', says: problem.message, fix }];
  },
};
