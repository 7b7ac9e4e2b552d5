import { equal } from '../../language/node/compare.ts';
import { fieldsOf } from '../../language/node/field.ts';
import { itemAt } from '../../language/node/item-at.ts';
import type { Expression } from '../../language/node/node.ts';
import type { Query } from '../../language/query.ts';
import type { Wanted } from '../../people/wanted.ts';
import { OpportunityTeamMember } from '../object/opportunity-team-member.ts';
import { teamMembers } from '../team.ts';
import { opportunity, userField } from './fact.ts';
import { input } from './input.ts';

/** Members of the opportunity team and further emails that are looked at. */
const TEAM_LIMIT = 7;
const EMAIL_LIMIT = 10;

const member = fieldsOf(OpportunityTeamMember);

/** Reads the opportunity team; its own query, since many orgs have none. */
export const teamQuery: Query = {
  from: OpportunityTeamMember.name,
  select: [member('User.Email'), member('User.Name'), member('TeamMemberRole')],
  where: equal(member('OpportunityId'), input('record_id')),
  orderBy: [{ by: member('Id'), direction: 'ascending' }],
  limit: TEAM_LIMIT,
};

/** Owner, solutions engineer, customer success, team members with a chosen role, and the emails given. */
export function wantedPeople(team: Expression<'list'>): readonly Wanted[] {
  return [
    { email: opportunity('Owner.Email'), name: opportunity('Owner.Name') },
    { email: userField('se_field', 'Email'), name: userField('se_field', 'Name') },
    { email: userField('csm_field', 'Email'), name: userField('csm_field', 'Name') },
    ...teamMembers(team, input('team_roles'), TEAM_LIMIT),
    ...Array.from({ length: EMAIL_LIMIT }, (_, position) => ({
      email: itemAt('text', input('emails'), position),
    })),
  ];
}
