import {
  and,
  type Condition,
  choose,
  type Expression,
  equal,
  fieldsOf,
  isIn,
  namedField,
  type Query,
} from '../../language/index.ts';
import { Opportunity } from '../object/opportunity.ts';
import { User } from '../object/user.ts';
import { csmEmail, RENEWALS, type RiskPlace, warning } from './card.ts';
import { hasCsm, hasNoCsm, mappedCsm, NOBODY } from './csm.ts';
import { isAtRisk, opportunity } from './filter.ts';
import { input } from './input.ts';

/** Also the default delivery name. */
export const RENEWAL_RISK = 'renewal-risk';

const user = fieldsOf(User);
const isNobody = isIn(input('csm_id'), [NOBODY]);

/** Reads the CSM; nobody at all for renewals without one. */
const csmQuery: Query = {
  from: User.name,
  select: [user('Id'), user('Name'), user('Email'), user('IsActive')],
  where: choose('boolean', [[isNobody, false]], equal(user('Id'), input('csm_id'))),
  limit: 1,
};

/** The renewals of the CSM, or those without one. */
const isTheirs = choose('boolean', [[isNobody, hasNoCsm(mappedCsm)]], hasCsm(mappedCsm, input('csm_id')));

/** Everything the delivery of the message needs; `untoldYet` leaves out what was told in this period. */
export function renewalRiskPlan(place: RiskPlace, untoldYet: Condition) {
  const where = and(isAtRisk, isTheirs, untoldYet);
  return {
    name: RENEWAL_RISK,
    csm: csmQuery,
    renewals: {
      from: Opportunity.name,
      select: [
        opportunity('Id'),
        opportunity('Name'),
        opportunity('Account.Name'),
        opportunity('Amount'),
        opportunity('CloseDate'),
        opportunity('LastActivityDate'),
        opportunity('Owner.Name'),
        namedField('text', 'currency_field', '') as Expression,
      ],
      where,
      orderBy: [
        { by: opportunity('CloseDate'), direction: 'ascending' },
        { by: opportunity('Id'), direction: 'ascending' },
      ],
      limit: RENEWALS,
    } satisfies Query,
    total: {
      from: Opportunity.name,
      select: [],
      aggregates: [{ figure: 'count', of: opportunity('Id'), as: 'renewals' }],
      where,
    } satisfies Query,
    person: csmEmail,
    message: { ...warning(place) },
  };
}
