import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

interface Described {
  readonly name: string;
  readonly [property: string]: unknown;
}
const fieldsOf = async (sobject: string): Promise<readonly Described[]> =>
  (await rest.call('GET', `/sobjects/${sobject}/describe`)).body.fields;
const field = async (sobject: string, name: string) =>
  (await fieldsOf(sobject)).find((known) => known.name === name);

describe('describe', () => {
  test('lists the objects with label and key prefix', async () => {
    const { body } = await rest.call('GET', '/sobjects');
    expect(body.sobjects.find(({ name }: Described) => name === 'Opportunity')).toMatchObject({
      label: 'Opportunity',
      labelPlural: 'Opportunities',
      keyPrefix: '006',
      queryable: true,
      triggerable: true,
      custom: false,
    });
  });

  test('shows types, flags and lookups of fields', async () => {
    expect(await field('Opportunity', 'Amount')).toMatchObject({
      type: 'currency',
      updateable: true,
      nillable: true,
    });
    expect(await field('Opportunity', 'IsWon')).toMatchObject({
      type: 'boolean',
      updateable: false,
      createable: false,
    });
    expect(await field('Opportunity', 'AccountId')).toMatchObject({
      type: 'reference',
      referenceTo: ['Account'],
      relationshipName: 'Account',
      namePointing: false,
    });
    expect(await field('Opportunity', 'SE__c')).toMatchObject({
      label: 'Solutions Engineer',
      custom: true,
      referenceTo: ['User'],
      relationshipName: 'SE__r',
    });
    expect(await field('Case', 'OwnerId')).toMatchObject({
      referenceTo: ['Group', 'User'],
      namePointing: true,
    });
    expect(await field('OpportunityFieldHistory', 'NewValue')).toMatchObject({
      filterable: false,
      sortable: true,
    });
    expect(await field('CaseMilestone', 'TargetDate')).toMatchObject({ filterable: true, sortable: false });
    expect(await field('Dealwire_Delivery__c', 'Key__c')).toMatchObject({
      length: 255,
      unique: true,
      externalId: true,
      caseSensitive: true,
      nillable: false,
    });
    expect(await field('Dealwire_Delivery__c', 'Idle_Minutes__c')).toMatchObject({
      type: 'double',
      calculated: true,
      updateable: false,
    });
  });

  test('lists picklist values in their order, inactive ones marked', async () => {
    const stages = (await field('Opportunity', 'StageName'))?.picklistValues as readonly Described[];
    expect(stages.map(({ value }) => value).slice(6, 10)).toEqual([
      'Proposal/Price Quote',
      'Verbal',
      'Negotiation/Review',
      'Closed Won',
    ]);
    expect(stages[7]).toEqual({ value: 'Verbal', label: 'Verbal (old)', active: false, defaultValue: false });
    const priorities = (await field('Case', 'Priority'))?.picklistValues as readonly Described[];
    expect(priorities.map(({ value }) => value)).toEqual(['Critical', 'High', 'Medium', 'Low']);
  });

  test('lists child relationships and record types', async () => {
    const { body } = await rest.call('GET', '/sobjects/Opportunity/describe');
    const children = body.childRelationships.map(({ relationshipName }: Described) => relationshipName);
    expect(children).toEqual(
      expect.arrayContaining([
        'OpportunityTeamMembers',
        'OpportunityContactRoles',
        'OpportunityHistories',
        'Histories',
        'OpportunityLineItems',
      ]),
    );
    expect(body.recordTypeInfos).toMatchObject([{ developerName: 'Master', master: true }]);
  });

  test('fields hidden from the user are absent, read-only ones are not updateable', async () => {
    salesforce.features.hiddenFields = new Set(['Opportunity.Amount']);
    salesforce.features.readOnlyFields = new Set(['Opportunity.NextStep']);
    expect(await field('Opportunity', 'Amount')).toBeUndefined();
    expect(await field('Opportunity', 'NextStep')).toMatchObject({ updateable: false, createable: false });
    salesforce.features.hiddenFields = new Set();
    salesforce.features.readOnlyFields = new Set();
  });

  test('an unknown object is 404', async () => {
    expect((await rest.call('GET', '/sobjects/Nothing/describe')).status).toBe(404);
  });
});
