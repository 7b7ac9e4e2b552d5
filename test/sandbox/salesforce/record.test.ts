import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isRecordId } from '../../../shared/salesforce/record-id.ts';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';
import { JO } from './sample-org/contact.ts';
import { DEMO_DEAL } from './sample-org/opportunity.ts';
import { ROLLOUT } from './sample-org/project.ts';
import { INTEGRATION_USER } from './sample-org/user.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

const create = (sobject: string, values: unknown) => rest.call('POST', `/sobjects/${sobject}`, values);
const deal = { Name: 'New', StageName: 'Prospecting', CloseDate: '2026-12-24' };

describe('records', () => {
  test('are created with a valid id, an owner, defaults and stamps to the second', async () => {
    salesforce.clock.set('2026-11-21T08:00:00.789Z');
    const { status, body, headers } = await create('Opportunity', { ...deal, Amount: 200 });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.any(String), success: true, errors: [] });
    expect(isRecordId(body.id, 'Opportunity')).toBe(true);
    expect(headers.get('location')).toBe(`/services/data/v66.0/sobjects/Opportunity/${body.id}`);
    const record = (await rest.call('GET', `/sobjects/Opportunity/${body.id}`)).body;
    expect(record).toMatchObject({
      attributes: { type: 'Opportunity' },
      OwnerId: INTEGRATION_USER,
      CreatedById: INTEGRATION_USER,
      CreatedDate: '2026-11-21T08:00:00.000+0000',
      SystemModstamp: '2026-11-21T08:00:00.000+0000',
      Probability: 10,
      ExpectedRevenue: 20,
      ForecastCategoryName: 'Pipeline',
      IsWon: false,
      LastStageChangeDate: null,
      Fiscal: '2027 4',
    });
  });

  test('are changed with 204 and no body', async () => {
    const { body } = await create('Opportunity', deal);
    salesforce.clock.advance(60_000);
    const changed = await rest.call('PATCH', `/sobjects/Opportunity/${body.id}`, { NextStep: 'Call' });
    expect([changed.status, changed.body]).toEqual([204, undefined]);
    const { body: record } = await rest.call(
      'GET',
      `/sobjects/Opportunity/${body.id.slice(0, 15)}?fields=NextStep,LastModifiedDate`,
    );
    expect(record).toEqual({
      attributes: expect.anything(),
      Id: body.id,
      NextStep: 'Call',
      LastModifiedDate: '2026-11-21T08:01:00.000+0000',
    });
  });

  test('are deleted with 204, then ENTITY_IS_DELETED', async () => {
    const { body } = await create('Opportunity', deal);
    expect((await rest.call('DELETE', `/sobjects/Opportunity/${body.id}`)).status).toBe(204);
    const again = await rest.call('DELETE', `/sobjects/Opportunity/${body.id}`);
    expect([again.status, again.body[0].errorCode]).toEqual([404, 'ENTITY_IS_DELETED']);
    const children = await rest.query(`SELECT Id FROM OpportunityHistory WHERE OpportunityId = '${body.id}'`);
    expect(children.body.totalSize).toBe(0);
  });

  test.each([
    ['GET', '/sobjects/Opportunity/006xx0000009999AAA', 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Opportunity/006xx0000000201AAB', 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Nothing/006xx0000000201AAA', 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Opportunity/006xx0000000201AAA?fields=Nmae', 400, 'INVALID_FIELD'],
  ])('%s %s is %d %s', async (method, path, status, code) => {
    const answer = await rest.call(method, path);
    expect([answer.status, answer.body[0].errorCode]).toEqual([status, code]);
  });

  test.each([
    ['an unknown field', 'Opportunity', { ...deal, Nmae: 'x' }, 'INVALID_FIELD', undefined],
    ['an id in the body', 'Opportunity', { ...deal, Id: '006xx0000000201AAA' }, 'INVALID_FIELD', undefined],
    [
      'a read-only field',
      'Opportunity',
      { ...deal, IsWon: true },
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      ['IsWon'],
    ],
    ['a missing field', 'Opportunity', { Name: 'x' }, 'REQUIRED_FIELD_MISSING', ['StageName', 'CloseDate']],
    [
      'an empty required field',
      'Lead',
      { LastName: '', Company: 'x' },
      'REQUIRED_FIELD_MISSING',
      ['LastName'],
    ],
    ['too long a text', 'Opportunity', { ...deal, Name: 'x'.repeat(121) }, 'STRING_TOO_LONG', ['Name']],
    ['text for a number', 'Opportunity', { ...deal, Amount: 'much' }, 'JSON_PARSER_ERROR', undefined],
    ['a number for text', 'Opportunity', { ...deal, Name: 5 }, 'JSON_PARSER_ERROR', undefined],
    [
      'a day that does not exist',
      'Opportunity',
      { ...deal, CloseDate: '2026-02-30' },
      'JSON_PARSER_ERROR',
      undefined,
    ],
    [
      'an id of another object',
      'Opportunity',
      { ...deal, AccountId: '003xx0000000501AAA' },
      'MALFORMED_ID',
      ['AccountId'],
    ],
    [
      'an id with a wrong checksum',
      'Opportunity',
      { ...deal, AccountId: '001xx0000000104AAB' },
      'MALFORMED_ID',
      ['AccountId'],
    ],
    [
      'an id of no record',
      'Opportunity',
      { ...deal, AccountId: '001xx0000009999AAA' },
      'INVALID_CROSS_REFERENCE_KEY',
      [],
    ],
    [
      'an email that is none',
      'Contact',
      { LastName: 'x', Email: 'nobody' },
      'INVALID_EMAIL_ADDRESS',
      ['Email'],
    ],
    [
      'a value outside a restricted picklist',
      'Contract',
      { AccountId: '001xx0000000104AAA', Status: 'Odd' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      ['Status'],
    ],
    [
      'an object that cannot be created',
      'OpportunityStage',
      { ApiName: 'x' },
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      undefined,
    ],
  ])('%s is refused', async (_what, sobject, values, errorCode, fields) => {
    const { status, body } = await create(sobject, values);
    expect(status).toBe(400);
    expect(body).toEqual([
      { errorCode, message: expect.any(String), ...(fields === undefined ? {} : { fields }) },
    ]);
  });

  test('the refusals are worded as Salesforce words them', async () => {
    expect((await create('Account', { AccountNumer: 'x' })).body[0].message).toBe(
      "No such column 'AccountNumer' on sobject of type Account",
    );
    expect((await create('Task', { Status: null })).body[0].message).toBe(
      'Required fields are missing: [Status]',
    );
    expect((await create('Opportunity', { ...deal, Fiscal: 'x' })).body[0].message).toMatch(
      /^Unable to create\/update fields: Fiscal\. Please check the security settings of this field/,
    );
    expect((await rest.query('SELECT Nmae FROM Contact')).body[0].message).toMatch(
      /^No such column 'Nmae' on entity 'Contact'/,
    );
  });

  test('a rule may refuse writes, as validation rules and locks do', async () => {
    const { SalesforceFault } = await import('./error.ts');
    salesforce.onWrite(({ operation, sobject }) =>
      operation === 'insert' && sobject === 'Account'
        ? new SalesforceFault(400, {
            errorCode: 'UNABLE_TO_LOCK_ROW',
            message: 'unable to obtain exclusive access',
          })
        : undefined,
    );
    expect((await create('Account', { Name: 'x' })).body[0].errorCode).toBe('UNABLE_TO_LOCK_ROW');
    salesforce.onWrite(undefined);
    expect((await create('Account', { Name: 'x' })).status).toBe(201);
  });
});

describe('what follows from a write', () => {
  test('a person is named by first and last name', async () => {
    const { body } = await create('Lead', { FirstName: 'Ada', LastName: '<b>', Company: 'x' });
    expect((await rest.call('GET', `/sobjects/Lead/${body.id}?fields=Name,Status`)).body).toMatchObject({
      Name: 'Ada <b>',
      Status: 'Open - Not Contacted',
    });
  });

  test('a closed task moves the last activity of its record, an open one does not', async () => {
    const deals = "SELECT LastActivityDate FROM Opportunity WHERE Id = '006xx0000000206AAA'";
    const last = async () => (await rest.query(deals)).body.records[0].LastActivityDate;
    await create('Task', { WhatId: '006xx0000000206AAA', Subject: 'open', ActivityDate: '2026-11-20' });
    expect(await last()).toBe('2026-10-06');
    await create('Task', {
      WhatId: '006xx0000000206AAA',
      Subject: 'done',
      ActivityDate: '2026-11-19',
      Status: 'Completed',
    });
    expect(await last()).toBe('2026-11-19');
    await create('Task', {
      WhatId: '006xx0000000206AAA',
      Subject: 'done, due earlier',
      ActivityDate: '2026-10-01',
      Status: 'Completed',
    });
    expect(await last()).toBe('2026-11-19');
    await create('Event', { WhatId: '006xx0000000206AAA', Subject: 'soon', ActivityDate: '2026-11-27' });
    expect(await last()).toBe('2026-11-27');
  });

  test.each([
    ['Task', {}],
    ['Event', { ActivityDate: '2026-11-25' }],
  ])('a %s with a lead is about that lead only', async (sobject, values) => {
    const WhoId = '00Qxx0000000601EAA';
    const { status, body } = await create(sobject, { ...values, WhoId, WhatId: DEMO_DEAL });
    expect([status, body[0].errorCode, body[0].fields]).toEqual([
      400,
      'FIELD_INTEGRITY_EXCEPTION',
      ['WhatId', 'WhoId'],
    ]);
    expect((await create(sobject, { ...values, WhoId })).status).toBe(201);
    expect((await create(sobject, { ...values, WhoId: JO, WhatId: DEMO_DEAL })).status).toBe(201);
    expect((await create(sobject, { ...values, WhatId: ROLLOUT })).status).toBe(201);
  });

  test('a task completed by its status has the time, and the statuses tell which are closed', async () => {
    const { body: statuses } = await rest.query('SELECT ApiName FROM TaskStatus WHERE IsClosed = true');
    const [{ ApiName: Status }] = statuses.records;
    const { body } = await create('Task', {
      Subject: 'Slack: done',
      Description: 'x',
      WhatId: DEMO_DEAL,
      ActivityDate: '2026-11-20',
      Status,
      Priority: 'Normal',
      TaskSubtype: 'Task',
    });
    const { body: task } = await rest.call(
      'GET',
      `/sobjects/Task/${body.id}?fields=IsClosed,CompletedDateTime`,
    );
    expect(task).toMatchObject({ IsClosed: true, CompletedDateTime: expect.any(String) });
    const changed = await rest.call('PATCH', `/sobjects/Task/${body.id}`, { TaskSubtype: 'Call' });
    expect(changed.body[0].errorCode).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  test('a second primary contact role takes the place of the first', async () => {
    await create('OpportunityContactRole', {
      OpportunityId: '006xx0000000204AAA',
      ContactId: '003xx0000000501AAA',
      IsPrimary: true,
    });
    const { body } = await rest.query(
      "SELECT Contact.Name FROM OpportunityContactRole WHERE OpportunityId = '006xx0000000204AAA' AND IsPrimary = true",
    );
    expect(body.records.map(({ Contact }: { Contact: { Name: string } }) => Contact.Name)).toEqual([
      "Pat O'Neil",
    ]);
  });

  test('a contract is numbered and ends with its term', async () => {
    const { body } = await create('Contract', {
      AccountId: '001xx0000000104AAA',
      StartDate: '2026-12-01',
      ContractTerm: 12,
    });
    const { body: contract } = await rest.call(
      'GET',
      `/sobjects/Contract/${body.id}?fields=EndDate,ContractNumber`,
    );
    expect(contract).toMatchObject({
      EndDate: '2027-11-30',
      ContractNumber: expect.stringMatching(/^\d{8}$/),
    });
  });
});
