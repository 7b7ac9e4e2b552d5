/**
 * How Salesforce guards the objects that the pack uses. Which standard fields a permission set can grant was read in a full
 * Admin profile of a Developer Edition org; a permission set that names another field is refused as a whole ("You cannot
 * deploy to a required field").
 */

/** Standard objects with rights of their own. */
export const guarded: readonly string[] = ['Account', 'Case', 'Contact', 'Contract', 'Lead', 'Opportunity'];

/** Standard fields that field-level security can hide, by object. */
export const grantable: Readonly<Record<string, readonly string[]>> = {
  Account: [
    'AccountNumber',
    'AccountSource',
    'AnnualRevenue',
    'BillingAddress',
    'Description',
    'Fax',
    'Industry',
    'NumberOfEmployees',
    'Ownership',
    'ParentId',
    'Phone',
    'Rating',
    'ShippingAddress',
    'Site',
    'Type',
    'Website',
  ],
  Case: [
    'AccountId',
    'AssetId',
    'ClosedDate',
    'ContactId',
    'Description',
    'IsEscalated',
    'Origin',
    'ParentId',
    'Priority',
    'Reason',
    'Subject',
    'Type',
  ],
  Contact: [
    'AccountId',
    'Department',
    'Description',
    'Email',
    'Fax',
    'HomePhone',
    'LeadSource',
    'MailingAddress',
    'MobilePhone',
    'OtherPhone',
    'Phone',
    'ReportsToId',
    'Title',
  ],
  Contract: [
    'ActivatedDate',
    'CompanySignedDate',
    'ContractTerm',
    'CustomerSignedDate',
    'Description',
    'EndDate',
    'OwnerExpirationNotice',
    'SpecialTerms',
    'StartDate',
  ],
  Lead: [
    'Address',
    'AnnualRevenue',
    'Description',
    'Email',
    'Fax',
    'Industry',
    'LeadSource',
    'MobilePhone',
    'NumberOfEmployees',
    'Phone',
    'Rating',
    'Title',
    'Website',
  ],
  Opportunity: [
    'AccountId',
    'Amount',
    'CampaignId',
    'ContractId',
    'Description',
    'ExpectedRevenue',
    'IsPrivate',
    'LeadSource',
    'NextStep',
    'TotalOpportunityQuantity',
    'Type',
  ],
  Task: ['ActivityDate', 'Description', 'WhatId', 'WhoId'],
};

/** Standard fields that everybody sees who sees the record: required ones, and those that Salesforce fills itself. */
export const open: Readonly<Record<string, readonly string[]>> = {
  '*': [
    'Id',
    'Name',
    'OwnerId',
    'IsDeleted',
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
    'LastActivityDate',
  ],
  Case: ['CaseNumber', 'Status', 'IsClosed'],
  Contact: ['FirstName', 'LastName'],
  Contract: ['AccountId', 'ContractNumber', 'Status'],
  Lead: ['FirstName', 'LastName', 'Company', 'Status', 'IsConverted'],
  Opportunity: [
    'StageName',
    'CloseDate',
    'IsWon',
    'IsClosed',
    'ForecastCategory',
    'ForecastCategoryName',
    'Fiscal',
    'FiscalQuarter',
    'FiscalYear',
    'LastStageChangeDate',
    'LastCloseDateChangedHistoryId',
    'CurrencyIsoCode',
    'RecordTypeId',
  ],
  Task: ['Subject', 'Status', 'Priority', 'IsClosed', 'TaskSubtype'],
};

/** The object that a lookup of a standard object leads to. */
export const lookups: Readonly<Record<string, string>> = {
  Account: 'Account',
  Contact: 'Contact',
  Contract: 'Contract',
  CreatedBy: 'User',
  LastCloseDateChangedHistory: 'OpportunityHistory',
  LastModifiedBy: 'User',
  Opportunity: 'Opportunity',
  Owner: 'User',
  RecordType: 'RecordType',
  User: 'User',
};

/** Rows that need no right of their own: they follow the record they belong to, or are there for everybody. */
export const following: readonly string[] = [
  'Account.AccountTeamMembers',
  'AccountTeamMember',
  'Case.CaseMilestones',
  'Case.Histories',
  'CaseHistory',
  'CaseMilestone',
  'CurrencyType',
  'FeedComment',
  'FeedItem',
  'Opportunity.OpportunityContactRoles',
  'Opportunity.OpportunityHistories',
  'Opportunity.OpportunityTeamMembers',
  'OpportunityContactRole',
  'OpportunityFieldHistory',
  'OpportunityHistory',
  'OpportunityStage',
  'OpportunityTeamMember',
  'Organization',
  'Period',
  'RecordType',
  'TaskStatus',
  'User',
];

/** Objects whose records people write by a right of the user, not of the object. */
export const writtenBy: Readonly<Record<string, readonly string[]>> = {
  FeedComment: ['ChatterInternalUser'],
  FeedItem: ['ChatterInternalUser'],
  Task: ['ActivitiesAccess', 'EditTask'],
};

/** Objects that may only be read, or seen whole, by somebody who may do the same with others. */
export const needs: Readonly<Record<'read' | 'viewAll', Readonly<Record<string, readonly string[]>>>> = {
  read: {
    Case: ['Account', 'Contact'],
    Contact: ['Account'],
    Contract: ['Account'],
    Opportunity: ['Account'],
  },
  viewAll: { Contract: ['Account'] },
};
