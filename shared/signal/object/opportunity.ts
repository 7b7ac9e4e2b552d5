import { objectType } from '../../language/object-type.ts';
import { Account } from './account.ts';
import { OpportunityContactRole } from './opportunity-contact-role.ts';
import { OpportunityHistory } from './opportunity-history.ts';
import { User } from './user.ts';

export const Opportunity = objectType('Opportunity', {
  Id: 'text',
  Name: 'text',
  StageName: 'text',
  Type: 'text',
  IsWon: 'boolean',
  IsClosed: 'boolean',
  Amount: 'number',
  /** Amount by Probability. */
  ExpectedRevenue: 'number',
  ForecastCategoryName: 'text',
  CloseDate: 'date',
  LastActivityDate: 'date',
  FiscalQuarter: 'number',
  CreatedDate: 'instant',
  SystemModstamp: 'instant',
  LastStageChangeDate: 'instant',
  /** The history row of the last change of the close date. */
  LastCloseDateChangedHistory: { parent: () => OpportunityHistory },
  /** In orgs with several currencies only. */
  CurrencyIsoCode: 'text',
  AccountId: 'text',
  Account: { parent: () => Account },
  Owner: { parent: () => User },
  OpportunityContactRoles: { children: () => OpportunityContactRole },
  OpportunityHistories: { children: () => OpportunityHistory },
});
