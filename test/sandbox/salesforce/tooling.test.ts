import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());
beforeEach(() => {
  salesforce.changeData.entities = ['Opportunity', 'Project__c', 'Case'];
});

const tooling = (soql: string) => rest.call('GET', `/tooling/query?q=${encodeURIComponent(soql)}`);

test('the Tooling API tells which objects Change Data Capture is selected for', async () => {
  const { body } = await tooling(
    "SELECT Id, DeveloperName, EventChannel, SelectedEntity FROM PlatformEventChannelMember WHERE EventChannel = 'ChangeEvents' ORDER BY SelectedEntity",
  );
  expect(body.records).toEqual([
    {
      attributes: {
        type: 'PlatformEventChannelMember',
        url: expect.stringMatching(
          /^\/services\/data\/v66\.0\/tooling\/sobjects\/PlatformEventChannelMember\/0v8/,
        ),
      },
      Id: expect.stringMatching(/^0v8\w{15}$/),
      DeveloperName: 'ChangeEvents_CaseChangeEvent',
      EventChannel: 'ChangeEvents',
      SelectedEntity: 'CaseChangeEvent',
    },
    expect.objectContaining({ SelectedEntity: 'OpportunityChangeEvent' }),
    expect.objectContaining({
      DeveloperName: 'ChangeEvents_Project_ChangeEvent',
      SelectedEntity: 'Project__ChangeEvent',
    }),
  ]);
});

test('what it tells follows the selection, and an object keeps its id', async () => {
  const ids = async () => {
    const { body } = await tooling('SELECT Id, SelectedEntity FROM PlatformEventChannelMember');
    return Object.fromEntries(
      body.records.map((record: Record<string, string>) => [record.SelectedEntity, record.Id]),
    );
  };
  const before = await ids();
  salesforce.changeData.entities = ['Lead', 'Case'];
  const after = await ids();
  expect(Object.keys(after).sort()).toEqual(['CaseChangeEvent', 'LeadChangeEvent']);
  expect(after.CaseChangeEvent).toBe(before.CaseChangeEvent);
});

test('it has pages of its own', async () => {
  salesforce.limits.pageSize = 2;
  const { body } = await tooling('SELECT Id FROM PlatformEventChannelMember');
  expect([body.records.length, body.totalSize, body.done]).toEqual([2, 3, false]);
  expect(body.nextRecordsUrl).toMatch(/^\/services\/data\/v66\.0\/tooling\/query\/01g/);
  const { body: rest_ } = await rest.call('GET', body.nextRecordsUrl);
  expect([rest_.records.length, rest_.done]).toEqual([1, true]);
  salesforce.limits.pageSize = 2000;
});

test('neither API has the objects of the other, nor what the user may not see', async () => {
  const code = ({ body }: { readonly body: readonly { readonly errorCode: string }[] }) => body[0]?.errorCode;
  const members = 'SELECT Id FROM PlatformEventChannelMember';
  expect(code(await rest.query(members))).toBe('INVALID_TYPE');
  expect(code(await tooling('SELECT Id FROM Opportunity'))).toBe('INVALID_TYPE');
  salesforce.features.hiddenObjects = new Set(['PlatformEventChannelMember']);
  expect(code(await tooling(members))).toBe('INVALID_TYPE');
  salesforce.features.hiddenObjects = new Set();
});

test('the Tooling API tells which fields are tracked', async () => {
  const tracked = async () => {
    const { body } = await tooling(
      "SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinitionId = 'Case' AND IsFieldHistoryTracked = true ORDER BY QualifiedApiName",
    );
    return body.records.map((record: Record<string, string>) => record.QualifiedApiName);
  };
  expect(await tracked()).toEqual(['IsEscalated', 'OwnerId', 'Priority', 'Status']);
  salesforce.trackedFields.Case = ['Priority'];
  expect(await tracked()).toEqual(['Priority']);
  salesforce.features.caseHistory = false;
  expect(await tracked()).toEqual([]);
});

test('the permissions of the connected user tell on which objects it may see every record', async () => {
  const seen = async () => {
    const mine = await rest.query('SELECT PermissionSetId FROM PermissionSetAssignment');
    const { body } = await rest.query(
      `SELECT SobjectType FROM ObjectPermissions WHERE ParentId = '${mine.body.records[0].PermissionSetId}' AND PermissionsViewAllRecords = true AND SobjectType IN ('Case', 'Lead') ORDER BY SobjectType`,
    );
    return body.records.map((record: Record<string, string>) => record.SobjectType);
  };
  expect(await seen()).toEqual(['Case', 'Lead']);
  salesforce.features.withoutViewAll = new Set(['Case']);
  expect(await seen()).toEqual(['Lead']);
});
