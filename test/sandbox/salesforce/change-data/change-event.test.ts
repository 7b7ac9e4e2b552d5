import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { badRequest } from '../error.ts';
import { type RestCaller, ROOT, restCaller } from '../rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from '../salesforce.ts';
import { ACME } from '../sample-org/account.ts';
import { LOGIN_LOOP } from '../sample-org/case.ts';
import { JO, RAJ } from '../sample-org/contact.ts';
import { DEMO_DEAL } from '../sample-org/opportunity.ts';
import { ANA, INTEGRATION_USER, KIM } from '../sample-org/user.ts';
import type { ChangeEvent, ChangeEventHeader } from './change-event.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

let seen = 0;
beforeEach(() => {
  salesforce.clock.advance(60_000);
  seen = salesforce.changeEvents.length;
});

const events = (): readonly ChangeEvent[] => salesforce.changeEvents.slice(seen);
const headers = () => events().map(({ data }) => data.payload.ChangeEventHeader);
const payloads = () => events().map(({ data }) => data.payload);
/** The one event since the test began. */
const only = (): ChangeEvent => {
  const [event] = events();
  expect(events()).toHaveLength(1);
  return event as ChangeEvent;
};
const told = (header: ChangeEventHeader | undefined) => [
  header?.entityName,
  header?.changeType,
  header?.recordIds,
];
const lead = (values: Record<string, unknown> = {}) =>
  salesforce.insert('Lead', { LastName: 'L', Company: 'X', ...values });

describe('the event', () => {
  test('of an update carries the changed fields and tells their names', () => {
    salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won', NextStep: null });
    const { channel, data } = only();
    expect(channel).toBe('/data/OpportunityChangeEvent');
    expect(data.payload).toEqual({
      StageName: 'Closed Won',
      IsWon: true,
      IsClosed: true,
      Probability: 100,
      ExpectedRevenue: 75_000,
      ForecastCategory: 'Closed',
      ForecastCategoryName: 'Closed',
      NextStep: null,
      LastModifiedDate: new Date(salesforce.clock.now()).toISOString(),
      LastModifiedById: KIM,
      ChangeEventHeader: {
        entityName: 'Opportunity',
        recordIds: [DEMO_DEAL],
        changeType: 'UPDATE',
        changeOrigin: 'com/salesforce/api/soap/68.0;client=SfdcInternalAPI/',
        transactionKey: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        sequenceNumber: 1,
        commitTimestamp: salesforce.clock.now(),
        commitNumber: expect.anything(),
        commitUser: KIM,
        nulledFields: ['NextStep'],
        diffFields: [],
        changedFields: expect.arrayContaining(['StageName', 'IsWon', 'NextStep', 'LastModifiedDate']),
      },
    });
    expect(data.schema).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  test('of an update by the same person within the same second has the modification date, not the person', () => {
    const id = lead();
    seen += 1;
    salesforce.update('Lead', id, { Title: 'CEO' });
    expect(only().data.payload.ChangeEventHeader.changedFields.toSorted()).toEqual([
      'LastModifiedDate',
      'Title',
    ]);
  });

  test('of a creation carries what is filled, and tells no changed fields', () => {
    lead({ FirstName: 'Ada', City: 'Paris' });
    const { payload } = only().data;
    expect(payload).toMatchObject({
      Name: { FirstName: 'Ada', LastName: 'L' },
      Address: { City: 'Paris' },
      Company: 'X',
      ChangeEventHeader: { changeType: 'CREATE', changedFields: [], nulledFields: [] },
    });
    expect(payload).not.toHaveProperty('Email');
    expect(payload).not.toHaveProperty('CurrencyIsoCode');
  });

  test.each([
    ['Lead', { LastName: 'N', FirstName: null }, { Name: { LastName: 'N', FirstName: null } }],
    ['Contact', { LastName: 'N', FirstName: null }, { Name: { LastName: 'N', FirstName: null } }],
  ])('of a changed name of a %s nests it, and dots its parts', (sobject, values, body) => {
    const id = sobject === 'Lead' ? lead({ FirstName: 'Ada' }) : JO;
    seen = salesforce.changeEvents.length;
    salesforce.update(sobject, id, values);
    const { payload } = only().data;
    expect(payload).toMatchObject(body);
    expect(payload.ChangeEventHeader.changedFields).toEqual(
      expect.arrayContaining(['Name.LastName', 'Name.FirstName']),
    );
    expect(payload.ChangeEventHeader.changedFields).not.toContain('Name');
    expect(payload.ChangeEventHeader.nulledFields).toEqual(['Name.FirstName']);
  });

  test('of a changed address dots its parts', () => {
    salesforce.update('Account', ACME, { BillingState: 'NH' });
    const { payload } = only().data;
    expect(payload.BillingAddress).toEqual({ State: 'NH' });
    expect(payload.ChangeEventHeader.changedFields).toContain('BillingAddress.State');
  });

  test('never has formulas, the system stamp, the last activity and the last stage change', () => {
    salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Qualification', CloseDate: '2027-03-01' });
    salesforce.insert('Dealwire_Delivery__c', { Key__c: 'formula' });
    for (const payload of payloads())
      for (const name of [
        'SystemModstamp',
        'LastStageChangeDate',
        'FiscalQuarter',
        'Fiscal',
        'Idle_Minutes__c',
      ])
        expect(payload).not.toHaveProperty(name);
    seen = salesforce.changeEvents.length;
    salesforce.insert('Task', { WhatId: DEMO_DEAL, Status: 'Completed', ActivityDate: '2026-11-20' });
    expect(headers().map(({ entityName }) => entityName)).toEqual(['Task']);
  });

  test('of a deletion carries only the header, and of a restoration every filled field', () => {
    const id = salesforce.insert('Account', { Name: 'gone' });
    seen += 1;
    salesforce.remove('Account', id);
    expect(Object.keys(only().data.payload)).toEqual(['ChangeEventHeader']);
    seen += 1;
    salesforce.undelete('Account', id);
    expect(told(headers()[0])).toEqual(['Account', 'UNDELETE', [id]]);
    expect(payloads()[0]).toMatchObject({ Name: 'gone' });
    expect(salesforce.records('Account').at(-1)).toMatchObject({ Id: id, Name: 'gone' });
    expect(() => salesforce.undelete('Account', id)).toThrow('The requested resource does not exist');
  });

  test('names the client of the API that wrote, so that an echo can be told', async () => {
    const call = { 'Sforce-Call-Options': 'client=Dealwire' };
    await rest.call('POST', '/sobjects/Dealwire_Delivery__c', { Key__c: 'e' }, call);
    await rest.call('POST', '/services/data/v61.0/sobjects/Dealwire_Delivery__c', { Key__c: 'f' });
    expect(events()[0]?.channel).toBe('/data/Dealwire_Delivery__ChangeEvent');
    expect(headers().map(({ changeOrigin }) => changeOrigin)).toEqual([
      'com/salesforce/api/rest/66.0;client=Dealwire',
      'com/salesforce/api/rest/61.0',
    ]);
    expect(headers()[0]?.commitUser).toBe(INTEGRATION_USER);
  });

  test('has a rising replay id with gaps, and a commit number no JavaScript number holds', () => {
    for (let count = 0; count < 20; count++) lead();
    const ids = salesforce.changeEvents.map(({ data }) => data.event.replayId);
    const steps = ids.slice(1).map((id, position) => id - (ids[position] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(1);
    expect(new Set(steps).size).toBeGreaterThan(1);
    const { commitNumber } = headers()[0] as ChangeEventHeader;
    expect(BigInt(Number(commitNumber))).not.toBe(commitNumber);
  });

  test('is not made for objects without change events, and for those not selected', () => {
    salesforce.insert('OpportunityTeamMember', { OpportunityId: DEMO_DEAL, UserId: KIM });
    const { entities } = salesforce.changeData;
    salesforce.changeData.entities = ['Opportunity'];
    lead();
    salesforce.changeData.entities = entities;
    salesforce.features.changeData = false;
    lead();
    salesforce.features.changeData = true;
    expect(events()).toEqual([]);
  });
});

describe('a transaction', () => {
  test('of several saves of one record makes one event of the first kind with the final values', () => {
    const id = salesforce.transaction(() => {
      const deal = { Name: 'Auto', StageName: 'Prospecting', CloseDate: '2026-12-31' };
      const created = salesforce.insert('Opportunity', deal);
      salesforce.update('Opportunity', created, { StageName: 'Closed Won' });
      return created;
    });
    expect(told(headers()[0])).toEqual(['Opportunity', 'CREATE', [id]]);
    expect(only().data.payload).toMatchObject({ StageName: 'Closed Won', IsWon: true, Probability: 100 });
  });

  test('of several updates tells what differs in the end', () => {
    salesforce.transaction(() => {
      salesforce.update('Case', LOGIN_LOOP, { Priority: 'High', Subject: 'x' });
      salesforce.update('Case', LOGIN_LOOP, { Priority: 'Medium', Status: 'Escalated' });
    });
    expect(only().data.payload.ChangeEventHeader.changedFields.toSorted()).toEqual([
      'LastModifiedById',
      'LastModifiedDate',
      'Status',
      'Subject',
    ]);
  });

  test('tells a record changed and deleted as deleted, and one created and deleted not at all', () => {
    const id = lead();
    seen += 1;
    salesforce.transaction(() => {
      salesforce.update('Lead', id, { Title: 'CEO' });
      salesforce.remove('Lead', id);
      salesforce.remove('Lead', lead());
    });
    expect(told(only().data.payload.ChangeEventHeader)).toEqual(['Lead', 'DELETE', [id]]);
  });

  test('merges the same change of many records of an object into one event', () => {
    const ids = [lead(), lead(), lead({ Title: 'CEO' })];
    seen = salesforce.changeEvents.length;
    salesforce.transaction(() => {
      for (const id of ids.slice(0, 2)) salesforce.update('Lead', id, { OwnerId: ANA });
      salesforce.update('Lead', ids[2] ?? '', { OwnerId: ANA, Title: null });
    });
    expect(headers().map(told)).toEqual([
      ['Lead', 'UPDATE', ids.slice(0, 2)],
      ['Lead', 'UPDATE', ids.slice(2)],
    ]);
    expect(headers().map(({ sequenceNumber }) => sequenceNumber)).toEqual([1, 2]);
  });

  test('merges neither different objects nor changes more than a second apart nor two people', () => {
    const ids = [lead(), lead(), lead()];
    seen = salesforce.changeEvents.length;
    const [first = '', second = '', third = ''] = ids;
    salesforce.transaction(() => {
      salesforce.update('Lead', first, { OwnerId: ANA });
      salesforce.update('Account', ACME, { OwnerId: ANA });
      salesforce.update('Lead', second, { OwnerId: ANA }, ANA);
      salesforce.clock.advance(1000);
      salesforce.update('Lead', third, { OwnerId: ANA });
    });
    expect(headers().map(told)).toEqual([
      ['Lead', 'UPDATE', [first]],
      ['Account', 'UPDATE', [ACME]],
      ['Lead', 'UPDATE', [second]],
      ['Lead', 'UPDATE', [third]],
    ]);
    salesforce.update('Account', ACME, { OwnerId: KIM });
  });

  test('has one key, commit number and time for all its events, and another has others', () => {
    salesforce.transaction(() => {
      lead();
      lead({ Title: 'CEO' });
    });
    lead();
    const [first, second, third] = headers();
    expect(second).toMatchObject({
      transactionKey: first?.transactionKey,
      commitNumber: first?.commitNumber,
      commitTimestamp: first?.commitTimestamp,
      sequenceNumber: 2,
    });
    expect(third?.transactionKey).not.toBe(first?.transactionKey);
    expect(third?.commitNumber).toBeGreaterThan(first?.commitNumber ?? 0n);
  });

  test('that fails makes no event, and the part of it that fails takes its own back', () => {
    salesforce.onWrite(({ values }) => (values.Title === 'no' ? badRequest('X', 'refused') : undefined));
    expect(() =>
      salesforce.transaction(() => {
        lead();
        lead({ Title: 'no' });
      }),
    ).toThrow('refused');
    expect(events()).toEqual([]);
    salesforce.transaction(() => {
      lead();
      expect(() =>
        salesforce.transaction(() => {
          lead({ Title: 'yes' });
          lead({ Title: 'no' });
        }),
      ).toThrow('refused');
    });
    salesforce.onWrite(undefined);
    expect(payloads()).toEqual([expect.not.objectContaining({ Title: 'yes' })]);
  });

  test('is a collection call, also where some of its records are refused', async () => {
    const ids = [lead(), lead()];
    seen = salesforce.changeEvents.length;
    const records = [
      ...ids.map((id) => ({ attributes: { type: 'Lead' }, id, Title: 'CFO' })),
      { attributes: { type: 'Lead' }, id: ids[0], Nope: 1 },
    ];
    const { body } = await rest.call('PATCH', '/composite/sobjects', { records });
    expect(body.map(({ success }: { success: boolean }) => success)).toEqual([true, true, false]);
    expect(headers().map(told)).toEqual([['Lead', 'UPDATE', ids]]);
  });

  test('is a composite with allOrNone, and each part of one without', async () => {
    const part = (referenceId: string, body: unknown) => ({
      method: 'PATCH',
      url: `${ROOT}/sobjects/Contact/${RAJ}`,
      referenceId,
      body,
    });
    const parts = [part('a', { Title: 'A' }), part('b', { Title: 'B' })];
    await rest.call('POST', '/composite', { allOrNone: true, compositeRequest: parts });
    expect(payloads()).toMatchObject([{ Title: 'B' }]);
    await rest.call('POST', '/composite', { allOrNone: false, compositeRequest: parts });
    expect(payloads()).toMatchObject([{ Title: 'B' }, { Title: 'A' }, { Title: 'B' }]);
    seen = salesforce.changeEvents.length;
    const halted = [...parts, part('c', { Nope: 1 })];
    await rest.call('POST', '/composite', { allOrNone: true, compositeRequest: halted });
    expect(events()).toEqual([]);
  });

  test('tells what follows from a change as a change of its own', () => {
    const role = (ContactId: string) =>
      salesforce.insert('OpportunityContactRole', { OpportunityId: DEMO_DEAL, ContactId, IsPrimary: true });
    const first = role(JO);
    seen = salesforce.changeEvents.length;
    const second = role(RAJ);
    expect(headers().map(told)).toEqual([
      ['OpportunityContactRole', 'UPDATE', [first]],
      ['OpportunityContactRole', 'CREATE', [second]],
    ]);
  });
});

describe('what is lost', () => {
  test('is told by gap events, which have only a header', () => {
    const [first, second, third] = [lead(), lead(), lead()];
    seen = salesforce.changeEvents.length;
    salesforce.changeData.publishes = 'gaps';
    const created = salesforce.transaction(() => {
      salesforce.update('Lead', first, { Title: 'A' });
      salesforce.update('Lead', second, { Title: 'B' });
      salesforce.remove('Lead', third);
      return lead();
    });
    salesforce.undelete('Lead', third);
    salesforce.changeData.publishes = 'changes';
    expect(headers().map(told)).toEqual([
      ['Lead', 'GAP_UPDATE', [first, second]],
      ['Lead', 'GAP_DELETE', [third]],
      ['Lead', 'GAP_CREATE', [created]],
      ['Lead', 'GAP_UNDELETE', [third]],
    ]);
    for (const payload of payloads()) {
      expect(Object.keys(payload)).toEqual(['ChangeEventHeader']);
      expect(payload.ChangeEventHeader).toMatchObject({
        sequenceNumber: 1,
        changedFields: [],
        changeOrigin: '',
      });
    }
  });

  test('of a huge transaction is told once per object, without records', () => {
    salesforce.limits.changesPerTransaction = 2;
    const ids = salesforce.transaction(() => {
      const created = [lead(), lead({ Title: 'CEO' })];
      lead();
      lead();
      salesforce.update('Account', ACME, { Phone: '1' });
      return created;
    });
    salesforce.limits.changesPerTransaction = 100_000;
    expect(headers().map(told)).toEqual([
      ['Lead', 'CREATE', ids.slice(0, 1)],
      ['Lead', 'CREATE', ids.slice(1)],
      ['Lead', 'GAP_OVERFLOW', ['000000000000000AAA']],
      ['Account', 'GAP_OVERFLOW', ['000000000000000AAA']],
    ]);
    seen = salesforce.changeEvents.length;
    salesforce.changeData.publishes = 'overflow';
    lead();
    salesforce.changeData.publishes = 'changes';
    expect(headers().map(told)).toEqual([['Lead', 'GAP_OVERFLOW', ['000000000000000AAA']]]);
  });

  test('by a conversion of a field is told for all records of the object at once', () => {
    salesforce.convertFieldType('Account');
    expect(told(only().data.payload.ChangeEventHeader)).toEqual(['Account', 'GAP_UPDATE', ['001*']]);
  });
});
