import { describe, expect, it } from '@jest/globals';
import { insertMark, read, updateRow } from '../../../shared/delivery/ledger-part.ts';
import type { Step } from '../../../shared/delivery/step.ts';
import { and, equal, field, inQuery, namedField, note, type Query } from '../../../shared/language/index.ts';
import type { Action } from '../../../shared/operation/action.ts';
import * as operations from '../../../shared/operation/operations.ts';
import { type Access, salesforceAccess } from '../../../shared/operation/salesforce-access.ts';

/** What the steps of an action need. */
function accessOf(...steps: readonly Step[]): readonly Access[] {
  const [template] = operations.actions;
  if (template === undefined) throw new Error('There is no action.');
  const action: Action = {
    ...template,
    delivery: { name: 'x', steps, release: [], alternatives: [], result: {} },
  };
  return salesforceAccess({ actions: [action], searches: [], triggers: [] });
}

const reading = (query: Query): Step => ({
  name: 'read',
  call: { to: 'salesforce', allOrNone: false, parts: { rows: read(query) } },
});

describe('What operations need of Salesforce', () => {
  it('is every field they select, compare, sort by or find a child by', () => {
    expect(
      accessOf(
        reading({
          from: 'Opportunity',
          select: [field('text', 'Owner.Name'), namedField('number', 'arr_field', 'Amount')],
          where: equal(field('text', 'StageName'), note('text', 'stage')),
          orderBy: [{ by: field('date', 'CloseDate'), direction: 'ascending' }],
          children: [{ relationship: 'OpportunityContactRoles', select: [field('text', 'Contact.Name')] }],
        }),
      ),
    ).toEqual([
      { rows: 'Opportunity', does: 'read', fields: ['Amount', 'CloseDate', 'Owner.Name', 'StageName'] },
      { rows: 'Opportunity.OpportunityContactRoles', does: 'read', fields: ['Contact.Name'] },
    ]);
  });

  it('keeps apart what a semi-join reads', () => {
    const members = {
      from: 'AccountTeamMember',
      select: field('text', 'AccountId'),
      where: equal(field('text', 'TeamMemberRole'), 'CSM'),
    };
    const where = and(
      inQuery(field('text', 'AccountId'), members),
      equal(field('boolean', 'IsClosed'), false),
    );
    expect(accessOf(reading({ from: 'Case', select: [field('text', 'Id')], where }))).toEqual([
      { rows: 'AccountTeamMember', does: 'read', fields: ['AccountId', 'TeamMemberRole'] },
      { rows: 'Case', does: 'read', fields: ['AccountId', 'Id', 'IsClosed'] },
    ]);
  });

  it('is the fields they write, by object', () => {
    const parts = {
      mark: insertMark(note('text', 'key')),
      row: updateRow(note('text', 'id'), { Status__c: 'done' }),
    };
    expect(accessOf({ name: 'write', call: { to: 'salesforce', allOrNone: true, parts } })).toEqual([
      {
        rows: 'Dealwire_Delivery__c',
        does: 'create',
        fields: ['Delivery__c', 'Key__c', 'Record_Id__c', 'Status__c'],
      },
      { rows: 'Dealwire_Delivery__c', does: 'edit', fields: ['Status__c'] },
    ]);
  });

  it('leaves out objects that an input names, and calls to Slack', () => {
    expect(
      accessOf(reading({ from: note('text', 'object'), select: [field('text', 'Name')] }), {
        name: 'post',
        call: { to: 'slack', method: 'chat.postMessage', body: {} },
      }),
    ).toEqual([]);
  });

  it('is found in every action, search and trigger of the pack', () => {
    const rows = salesforceAccess(operations).map(({ does, rows }) => `${does} ${rows}`);
    expect(rows).toEqual(
      expect.arrayContaining([
        'read Opportunity',
        'read Case',
        'create FeedItem',
        'create Dealwire_Delivery__c',
        'edit Dealwire_Delivery__c',
      ]),
    );
  });
});
