/** The org features and permissions a test may switch while the stand-in runs. */
export interface Features {
  /** Off: `OpportunityTeamMember` does not exist. */
  opportunityTeams: boolean;
  /** Off: `AccountTeamMember` does not exist. */
  accountTeams: boolean;
  /** Off: `CaseMilestone`, `MilestoneType`, `Entitlement` and the SLA fields do not exist. */
  entitlements: boolean;
  /** On: fiscal years are what an admin defined, `Period` and `FiscalYearSettings` hold those. */
  customFiscalYears: boolean;
  /** On: `CurrencyIsoCode` and `CurrencyType` exist. */
  multiCurrency: boolean;
  /** On: `RecordType` and the record type of opportunities exist. */
  recordTypes: boolean;
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
  /** Off: changes of a lead write no `LeadHistory` rows. */
  leadHistory: boolean;
  /** Off: changes of an account write no `AccountHistory` rows. */
  accountHistory: boolean;
  /** Off: changes of a project write no `Project__History` rows. */
  projectHistory: boolean;
  /** On: a refresh answers with a new refresh token and the old one is dead. */
  refreshTokenRotation: boolean;
  /** Objects on which the connected user lacks View All Records, by name: their change events do not reach it. */
  withoutViewAll: ReadonlySet<string>;
  /** Objects that do not exist for the connected user, by name: no permission, or a history that was never switched on. */
  hiddenObjects: ReadonlySet<string>;
  /** Fields the connected user may not see, as `Object.Field`. */
  hiddenFields: ReadonlySet<string>;
  /** Fields the connected user may see but not write, as `Object.Field`. */
  readOnlyFields: ReadonlySet<string>;
}

/** A feature that decides whether an object or a field exists. */
export type SchemaFeature =
  | 'opportunityTeams'
  | 'accountTeams'
  | 'entitlements'
  | 'multiCurrency'
  | 'recordTypes'
  | 'ledger'
  | 'package';

/** An Enterprise Edition org with every feature the signals use, one currency, and everything visible. */
export const defaultFeatures: Features = {
  opportunityTeams: true,
  accountTeams: true,
  entitlements: true,
  customFiscalYears: false,
  multiCurrency: false,
  recordTypes: false,
  ledger: true,
  package: true,
  changeData: true,
  caseHistory: true,
  opportunityFieldHistory: true,
  leadHistory: true,
  accountHistory: true,
  projectHistory: true,
  refreshTokenRotation: false,
  withoutViewAll: new Set(),
  hiddenObjects: new Set(),
  hiddenFields: new Set(),
  readOnlyFields: new Set(),
};
