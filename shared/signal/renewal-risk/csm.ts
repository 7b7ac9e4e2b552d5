import {
  afterFirst,
  and,
  type Condition,
  choose,
  concat,
  type Expression,
  equal,
  exists,
  fieldsOf,
  inQuery,
  isIn,
  namedField,
  not,
  startsWith,
} from '../../language/index.ts';
import { AccountTeamMember } from '../object/account-team-member.ts';
import { OpportunityTeamMember } from '../object/opportunity-team-member.ts';
import { opportunity } from './filter.ts';
import { input } from './input.ts';

/** Stands for the CSM of renewals that have none. */
export const NOBODY = 'nobody';

const ACCOUNT_TEAM = 'AccountTeam:';
const OPPORTUNITY_TEAM = 'OpportunityTeam:';

export const accountMember = fieldsOf(AccountTeamMember);
export const opportunityMember = fieldsOf(OpportunityTeamMember);

/** Who the CSM of a renewal is: the user a lookup points to, or the members of a team with a role. */
export interface CsmChoice {
  readonly byAccountTeam: Condition;
  readonly byOpportunityTeam: Condition;
  readonly role: Expression<'text'>;
  /** The lookup, or a field of the user it points to. */
  readonly field: (of?: 'Name') => Expression<'text'>;
}

/** As the trigger asks for it: a lookup, or a role and its team. */
export const chosenCsm: CsmChoice = {
  byAccountTeam: and(exists(input('csm_role')), not(isIn(input('csm_team'), ['opportunity']))),
  byOpportunityTeam: and(exists(input('csm_role')), isIn(input('csm_team'), ['opportunity'])),
  role: input('csm_role'),
  field: (of) => namedField('text', 'csm_field', '', of),
};

/** The same in one text, which the action takes: `Account.CSM__c`, `AccountTeam:Customer Success Manager`. */
export const csmSource: Expression<'text'> = choose(
  'text',
  [
    [chosenCsm.byAccountTeam, concat(ACCOUNT_TEAM, input('csm_role'))],
    [chosenCsm.byOpportunityTeam, concat(OPPORTUNITY_TEAM, input('csm_role'))],
  ],
  input('csm_field'),
);

/** As that text says it. */
export const mappedCsm: CsmChoice = {
  byAccountTeam: startsWith(input('csm_source'), ACCOUNT_TEAM),
  byOpportunityTeam: startsWith(input('csm_source'), OPPORTUNITY_TEAM),
  role: afterFirst(input('csm_source'), ':'),
  field: (of) => namedField('text', 'csm_source', '', of),
};

/** Whether the CSM is found by a role; a renewal can then have several. */
export function byRole({ byAccountTeam, byOpportunityTeam }: CsmChoice): Condition {
  return choose('boolean', [[byAccountTeam, true]], byOpportunityTeam);
}

/** The renewals of a CSM. */
export function hasCsm(choice: CsmChoice, csm: Expression<'text'>): Condition {
  return choose(
    'boolean',
    [
      [choice.byAccountTeam, inAccountTeam(choice, csm)],
      [choice.byOpportunityTeam, inOpportunityTeam(choice, csm)],
    ],
    equal(choice.field(), csm),
  );
}

/** The renewals without a CSM. */
export function hasNoCsm(choice: CsmChoice): Condition {
  return choose(
    'boolean',
    [
      [choice.byAccountTeam, not(inAccountTeam(choice))],
      [choice.byOpportunityTeam, not(inOpportunityTeam(choice))],
    ],
    not(exists(choice.field())),
  );
}

function inAccountTeam({ role }: CsmChoice, user?: Expression<'text'>): Condition {
  const hasRole = equal(accountMember('TeamMemberRole'), role);
  return inQuery(opportunity('AccountId'), {
    from: AccountTeamMember.name,
    select: accountMember('AccountId'),
    where: user === undefined ? hasRole : and(hasRole, equal(accountMember('UserId'), user)),
  });
}

function inOpportunityTeam({ role }: CsmChoice, user?: Expression<'text'>): Condition {
  const hasRole = equal(opportunityMember('TeamMemberRole'), role);
  return inQuery(opportunity('Id'), {
    from: OpportunityTeamMember.name,
    select: opportunityMember('OpportunityId'),
    where: user === undefined ? hasRole : and(hasRole, equal(opportunityMember('UserId'), user)),
  });
}
