import { SalesforceRefusedError } from '../../error.ts';
import { describeFields } from '../../salesforce/describe.ts';
import type { Dropdown } from './dropdown.ts';

/** The roles of the opportunity team; none in an org without teams, where the object does not exist. */
export const teamRoles: Dropdown = async ({ salesforce }) => {
  const fields = await describeFields(salesforce, 'OpportunityTeamMember').catch((error: unknown) => {
    if (error instanceof SalesforceRefusedError && error.errorCode === 'NOT_FOUND') return [];
    throw error;
  });
  const roles = fields.find(({ name }) => name === 'TeamMemberRole')?.picklistValues ?? [];
  return {
    choices: roles.filter(({ active }) => active).map(({ value, label }) => ({ id: value, label })),
  };
};
