import { SalesforceRefusedError } from '../../error.ts';
import type { Salesforce } from '../../salesforce/client.ts';
import { describeFields } from '../../salesforce/describe.ts';
import type { Choice, Dropdown } from './dropdown.ts';

/** The roles of the opportunity team; none in an org without teams, where the object does not exist. */
export const teamRoles: Dropdown = async ({ salesforce }) => ({
  choices: await rolesOf(salesforce, 'OpportunityTeamMember'),
});

/** The roles of the account team; none in an org without account teams. */
export const accountTeamRoles: Dropdown = async ({ salesforce }) => ({
  choices: await rolesOf(salesforce, 'AccountTeamMember'),
});

/** The roles of both teams, each once: an org may have one of the teams only. */
export const csmRoles: Dropdown = async ({ salesforce }) => {
  const [account, opportunity] = await Promise.all([
    rolesOf(salesforce, 'AccountTeamMember'),
    rolesOf(salesforce, 'OpportunityTeamMember'),
  ]);
  const known = new Set(account.map(({ id }) => id));
  return { choices: [...account, ...opportunity.filter(({ id }) => !known.has(id))] };
};

async function rolesOf(salesforce: Salesforce, team: string): Promise<readonly Choice[]> {
  const fields = await describeFields(salesforce, team).catch((error: unknown) => {
    if (error instanceof SalesforceRefusedError && error.errorCode === 'NOT_FOUND') return [];
    throw error;
  });
  const roles = fields.find(({ name }) => name === 'TeamMemberRole')?.picklistValues ?? [];
  return roles.filter(({ active }) => active).map(({ value, label }) => ({ id: value, label }));
}
