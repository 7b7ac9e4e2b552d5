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

const LEDGER = 'Dealwire_Delivery__c';
const insert = (values: unknown) => rest.call('POST', `/sobjects/${LEDGER}`, values);
const upsert = (key: string, values: unknown) =>
  rest.call('PATCH', `/sobjects/${LEDGER}/Key__c/${encodeURIComponent(key)}`, values);

describe('the ledger object', () => {
  test('of many parallel inserts of one key exactly one succeeds', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => insert({ Key__c: 'race', Holder__c: 'h' })),
    );
    const won = answers.filter(({ status }) => status === 201);
    expect(won).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer !== won[0])) {
      expect(status).toBe(400);
      expect(body).toEqual([
        {
          errorCode: 'DUPLICATE_VALUE',
          message: `duplicate value found: Key__c duplicates value on record with id: ${won[0]?.body.id}`,
          fields: ['Key__c'],
        },
      ]);
    }
  });

  test('the key tells capitals apart, for uniqueness and in queries', async () => {
    expect((await insert({ Key__c: 'case' })).status).toBe(201);
    expect((await insert({ Key__c: 'CASE' })).status).toBe(201);
    const { body } = await rest.query(`SELECT Key__c FROM ${LEDGER} WHERE Key__c = 'Case'`);
    expect(body.totalSize).toBe(0);
  });

  test('a key can be used again once its row is deleted or renamed', async () => {
    const { body } = await insert({ Key__c: 'free' });
    await rest.call('PATCH', `/sobjects/${LEDGER}/${body.id}`, { Key__c: 'renamed' });
    const second = await insert({ Key__c: 'free' });
    expect(second.status).toBe(201);
    await rest.call('DELETE', `/sobjects/${LEDGER}/${second.body.id}`);
    expect((await insert({ Key__c: 'free' })).status).toBe(201);
    const renamed = await rest.call('PATCH', `/sobjects/${LEDGER}/${body.id}`, { Key__c: 'free' });
    expect(renamed.body[0].errorCode).toBe('DUPLICATE_VALUE');
  });

  test.each([
    ['Key__c', 255],
    ['Status__c', 20],
    ['Holder__c', 255],
    ['Delivery__c', 80],
    ['Record_Id__c', 18],
    ['Organization__c', 18],
    ['Team__c', 20],
    ['Channel__c', 20],
    ['Message__c', 20],
    ['Announcement__c', 20],
    ['Outcome__c', 40],
    ['State__c', 255],
    ['Person__c', 18],
  ])('%s holds %d characters', async (field, length) => {
    const row = (size: number) => ({
      Key__c: `length-${field}`,
      [field]: `${field}-`.padEnd(size, 'x').slice(0, size),
    });
    const { status, body } = await insert(row(length + 1));
    expect([status, body[0].errorCode, body[0].fields]).toEqual([400, 'STRING_TOO_LONG', [field]]);
    expect((await insert(row(length))).status).toBe(201);
  });

  test('the key is required', async () => {
    expect((await insert({ Status__c: 'claimed' })).body).toMatchObject([
      { errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Key__c'] },
    ]);
  });

  test('the idle minutes follow the clock from the last change, and cannot be written', async () => {
    const { body } = await insert({ Key__c: 'idle', Attempt__c: 1 });
    const idle = async () =>
      (await rest.query(`SELECT Idle_Minutes__c FROM ${LEDGER} WHERE Key__c = 'idle'`)).body.records[0]
        .Idle_Minutes__c;
    expect(await idle()).toBe(0);
    salesforce.clock.advance(630_000);
    expect(await idle()).toBe(10.5);
    const older = await rest.query(`SELECT Id FROM ${LEDGER} WHERE Key__c = 'idle' AND Idle_Minutes__c > 10`);
    expect(older.body.totalSize).toBe(1);
    await rest.call('PATCH', `/sobjects/${LEDGER}/${body.id}`, { Attempt__c: 2 });
    expect(await idle()).toBe(0);
    const written = await rest.call('PATCH', `/sobjects/${LEDGER}/${body.id}`, { Idle_Minutes__c: 0 });
    expect(written.body).toMatchObject([
      { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Idle_Minutes__c'] },
    ]);
  });

  test('upsert by key creates with 201 and changes with 200', async () => {
    const first = await upsert('a/b c', { Status__c: 'claimed' });
    expect([first.status, first.body.created]).toEqual([201, true]);
    const second = await upsert('a/b c', { Status__c: 'done' });
    expect([second.status, second.body]).toEqual([
      200,
      { id: first.body.id, success: true, errors: [], created: false },
    ]);
    const read = await rest.call(
      'GET',
      `/sobjects/${LEDGER}/Key__c/${encodeURIComponent('a/b c')}?fields=Status__c`,
    );
    expect(read.body).toMatchObject({ Id: first.body.id, Status__c: 'done' });
  });

  test('upsert by a field that is no external id is refused', async () => {
    const { status, body } = await rest.call('PATCH', `/sobjects/${LEDGER}/Status__c/done`, {});
    expect([status, body[0].errorCode]).toEqual([404, 'NOT_FOUND']);
    expect((await upsert('again', { Key__c: 'again' })).body[0].errorCode).toBe('INVALID_FIELD');
  });
});
