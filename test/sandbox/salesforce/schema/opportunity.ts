import {
  checkbox,
  currency,
  currencyIsoCode,
  day,
  instant,
  integer,
  longText,
  lookup,
  percent,
  picklist,
  readOnly,
  systemFields,
  text,
} from './field.ts';
import { sobject } from './sobject.ts';
import type { ComputeContext, Row } from './type.ts';

const fiscal = (row: Row, context: ComputeContext) => context.fiscalQuarter(String(row.CloseDate));

/** The values of Opportunity.ForecastCategory and what ForecastCategoryName shows for each. */
export const forecastCategoryNames: Readonly<Record<string, string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  MostLikely: 'Most Likely',
  Forecast: 'Commit',
  Closed: 'Closed',
};

export const opportunity = sobject(
  'Opportunity',
  '006',
  [
    ...systemFields(),
    lookup('AccountId', ['Account'], { childRelationshipName: 'Opportunities' }),
    lookup('RecordTypeId', ['RecordType'], { feature: 'recordTypes' }),
    checkbox('IsPrivate'),
    text('Name', { length: 120, nillable: false, nameField: true }),
    longText('Description'),
    picklist('StageName', [], { label: 'Stage', nillable: false, picklistObject: 'OpportunityStage' }),
    currency('Amount'),
    percent('Probability'),
    currency('ExpectedRevenue', { ...readOnly }),
    day('CloseDate', { nillable: false }),
    picklist('Type', ['Existing Customer - Upgrade', 'New Customer', 'Renewal'], {
      label: 'Opportunity Type',
    }),
    text('NextStep'),
    picklist('LeadSource', ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
    checkbox('IsClosed', { label: 'Closed', ...readOnly }),
    checkbox('IsWon', { label: 'Won', ...readOnly }),
    picklist('ForecastCategory', Object.keys(forecastCategoryNames), { ...readOnly }),
    picklist('ForecastCategoryName', Object.values(forecastCategoryNames)),
    lookup('OwnerId', ['User'], { nillable: false }),
    day('LastActivityDate', { ...readOnly }),
    integer('PushCount', { ...readOnly }),
    instant('LastStageChangeDate', { ...readOnly }),
    lookup('LastAmountChangedHistoryId', ['OpportunityHistory'], { ...readOnly }),
    lookup('LastCloseDateChangedHistoryId', ['OpportunityHistory'], { ...readOnly }),
    integer('FiscalQuarter', { compute: (row, context) => fiscal(row, context)?.quarter ?? null }),
    integer('FiscalYear', { compute: (row, context) => fiscal(row, context)?.year ?? null }),
    text('Fiscal', {
      length: 6,
      compute: (row, context) => {
        const found = fiscal(row, context);
        return found === null ? null : `${found.year} ${found.quarter}`;
      },
    }),
    lookup('ContractId', ['Contract']),
    lookup('ContactId', ['Contact']),
    checkbox('HasOpportunityLineItem', { ...readOnly }),
    checkbox('HasOpenActivity', { filterable: false, sortable: false, groupable: false, ...readOnly }),
    checkbox('HasOverdueTask', { filterable: false, sortable: false, groupable: false, ...readOnly }),
    currency('ARR__c', { label: 'ARR' }),
    lookup('CSM__c', ['User'], {
      label: 'Customer Success Manager',
      childRelationshipName: 'Opportunities_as_CSM__r',
    }),
    lookup('SE__c', ['User'], {
      label: 'Solutions Engineer',
      childRelationshipName: 'Opportunities_as_SE__r',
    }),
    day('Contract_Start__c'),
    picklist('Segment__c', ['Enterprise', 'Mid-Market', 'SMB']),
    checkbox('Renewal__c'),
    currencyIsoCode(),
  ],
  { changeEvents: true },
);
