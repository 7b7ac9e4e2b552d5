import { isTold } from '../../delivery/told.ts';
import {
  and,
  choose,
  type Expression,
  equal,
  exists,
  fallback,
  inQuery,
  isIn,
  literal,
  not,
  note,
  pluck,
  type Query,
  queryText,
} from '../../language/index.ts';
import { AccountTeamMember } from '../../signal/object/account-team-member.ts';
import { Opportunity } from '../../signal/object/opportunity.ts';
import { OpportunityTeamMember } from '../../signal/object/opportunity-team-member.ts';
import { accountMember, chosenCsm, hasNoCsm, opportunityMember } from '../../signal/renewal-risk/csm.ts';
import { isAtRisk, opportunity } from '../../signal/renewal-risk/filter.ts';
import { period } from '../../signal/renewal-risk/period.ts';

/** CSMs named in one poll; with the one item for renewals without a CSM, as many as Zapier takes unasked. */
const CSMS = 99;
/** Accounts looked through in one poll for their CSMs, those first whose renewals close first. */
const ACCOUNTS = 1000;
/** An id that no account has, where a list of ids must not be empty. */
const NO_ACCOUNT = '001000000000000AAA';

const { byAccountTeam, byOpportunityTeam, role, field } = chosenCsm;

/** A renewal at risk that nobody was told of in this period. */
const isNews = and(isAtRisk, not(isTold(opportunity('Id'), period)));

/** The accounts that `accountsQuery` found. */
export const accounts = note('list', 'accounts');

/**
 * The accounts with news. Read first where the CSM is found by a role in the account team: Salesforce does not nest what
 * was told into a question about the members of accounts.
 */
export const accountsQuery: Query = {
  from: Opportunity.name,
  select: [],
  groupBy: [{ by: opportunity('AccountId'), as: 'account' }],
  where: and(isNews, exists(opportunity('AccountId'))),
  orderBy: [{ by: { figure: 'min', of: opportunity('CloseDate'), as: 'first' }, direction: 'ascending' }],
  limit: ACCOUNTS,
};

/** One renewal with news that has no account, if there is one. */
export const strayQuery: Query = {
  from: Opportunity.name,
  select: [opportunity('Id')],
  where: and(isNews, not(exists(opportunity('AccountId')))),
  limit: 1,
};

/** One renewal with news that has no CSM, if there is one. */
export const nobodyQuery: Query = {
  from: Opportunity.name,
  select: [opportunity('Id')],
  where: and(isNews, hasNoCsm(chosenCsm)),
  limit: 1,
};

/** The CSMs with news, one row each with `csm` and `name`, by the way of finding them that was chosen. */
export const csmsQuery: Expression<'text'> = choose(
  'text',
  [
    [
      byAccountTeam,
      usersIn(
        AccountTeamMember.name,
        accountMember('UserId'),
        accountMember('User.Name'),
        and(
          equal(accountMember('TeamMemberRole'), role),
          isIn(
            accountMember('AccountId'),
            fallback(pluck(accounts, 'account'), literal('list', [NO_ACCOUNT])),
          ),
        ),
      ),
    ],
    [
      byOpportunityTeam,
      usersIn(
        OpportunityTeamMember.name,
        opportunityMember('UserId'),
        opportunityMember('User.Name'),
        and(
          equal(opportunityMember('TeamMemberRole'), role),
          inQuery(opportunityMember('OpportunityId'), {
            from: Opportunity.name,
            select: opportunity('Id'),
            where: isAtRisk,
          }),
          not(isTold(opportunityMember('OpportunityId'), period)),
        ),
      ),
    ],
  ],
  usersIn(Opportunity.name, field(), field('Name'), and(isNews, exists(field()))),
);

/** Reads each user once whom a lookup holds. */
function usersIn(
  from: string,
  id: Expression<'text'>,
  name: Expression<'text'>,
  where: NonNullable<Query['where']>,
): Expression<'text'> {
  return queryText({
    from,
    select: [],
    groupBy: [
      { by: id, as: 'csm' },
      { by: name, as: 'name' },
    ],
    where,
    orderBy: [{ by: id, direction: 'ascending' }],
    limit: CSMS,
  });
}
