/** The org features and permissions a test may switch while the stand-in runs. */
export interface Features {
  /** Off: `OpportunityTeamMember` does not exist. */
  opportunityTeams: boolean;
  /** Off: `CaseMilestone`, `MilestoneType`, `Entitlement` and the SLA fields do not exist. */
  entitlements: boolean;
  /** On: `CurrencyIsoCode` and `CurrencyType` exist. */
  multiCurrency: boolean;
  /** Off: `Dealwire_Delivery__c` does not exist. */
  ledger: boolean;
  /** Off: `Dealwire_Subscription__c` does not exist, and no trigger of the package runs. */
  package: boolean;
  /** Off: there is no Change Data Capture, as in Professional Edition. */
  changeData: boolean;
  /** Off: changes of a case write no `CaseHistory` rows. */
  caseHistory: boolean;
  /** Off: changes of an opportunity write no `OpportunityFieldHistory` rows. */
  opportunityFieldHistory: boolean;
  /** On: a refresh answers with a new refresh token and the old one is dead. */
  refreshTokenRotation: boolean;
  /** Objects on which the connected user lacks View All Records, by name: their change events do not reach it. */
  withoutViewAll: ReadonlySet<string>;
  /** Fields the connected user may not see, as `Object.Field`. */
  hiddenFields: ReadonlySet<string>;
  /** Fields the connected user may see but not write, as `Object.Field`. */
  readOnlyFields: ReadonlySet<string>;
}

/** A feature that decides whether an object or a field exists. */
export type SchemaFeature = 'opportunityTeams' | 'entitlements' | 'multiCurrency' | 'ledger' | 'package';

/** An Enterprise Edition org with every feature the signals use, one currency, and everything visible. */
export const defaultFeatures: Features = {
  opportunityTeams: true,
  entitlements: true,
  multiCurrency: false,
  ledger: true,
  package: true,
  changeData: true,
  caseHistory: true,
  opportunityFieldHistory: true,
  refreshTokenRotation: false,
  withoutViewAll: new Set(),
  hiddenFields: new Set(),
  readOnlyFields: new Set(),
};
