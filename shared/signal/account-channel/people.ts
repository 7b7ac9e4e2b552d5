import { and, type Expression, equal, fieldsOf, itemAt, type Query } from '../../language/index.ts';
import type { Wanted } from '../../people/wanted.ts';
import { AccountTeamMember } from '../object/account-team-member.ts';
import { teamMembers } from '../team.ts';
import { csm } from './fact.ts';
import { account } from './filter.ts';
import { input } from './input.ts';

/** Members of the account team and further emails that are looked at. */
const TEAM_LIMIT = 8;
const EMAIL_LIMIT = 10;

const member = fieldsOf(AccountTeamMember);

/** Reads the account team; its own query, since many orgs have none. */
export const teamQuery: Query = {
  from: AccountTeamMember.name,
  select: [member('User.Email'), member('User.Name'), member('TeamMemberRole')],
  where: and(equal(member('AccountId'), input('record_id')), equal(member('User.IsActive'), true)),
  orderBy: [{ by: member('Id'), direction: 'ascending' }],
  limit: TEAM_LIMIT,
};

/** Owner, customer success, team members with a chosen role, and the emails given. */
export function wantedPeople(team: Expression<'list'>): readonly Wanted[] {
  return [
    { email: account('Owner.Email'), name: account('Owner.Name') },
    { email: csm('Email'), name: csm('Name') },
    ...teamMembers(team, input('team_roles'), TEAM_LIMIT),
    ...Array.from({ length: EMAIL_LIMIT }, (_, position) => ({
      email: itemAt('text', input('emails'), position),
    })),
  ];
}
