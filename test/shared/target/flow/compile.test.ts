import { describe, expect, it } from '@jest/globals';
import { and, entered, equal, field, greater, isIn, literal, or } from '../../../../shared/language/index.ts';
import { mayEscalate } from '../../../../shared/signal/case-escalation/filter.ts';
import { dealRoom } from '../../../../shared/signal/deal-room/deal-room.ts';
import { compileFlow, writeFlow } from '../../../../shared/target/flow/compile.ts';

const stage = field('text', 'StageName');

describe('A condition becomes the entry criteria of a Flow', () => {
  it('that run it once per entry when the signal is an entry.', () => {
    expect(writeFlow(compileFlow(dealRoom.filter, {}))).toBe(`\
        <doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>
        <filterLogic>and</filterLogic>
        <filters>
            <field>StageName</field>
            <operator>EqualTo</operator>
            <value><stringValue>Closed Won</stringValue></value>
        </filters>
`);
  });

  it('with one filter for each stage, joined by "or".', () => {
    expect(compileFlow(dealRoom.filter, { stages: ['A', 'B'] })).toEqual({
      doesRequireRecordChangedToMeetCriteria: true,
      filterLogic: 'or',
      filters: [
        { field: 'StageName', operator: 'EqualTo', value: { stringValue: 'A' } },
        { field: 'StageName', operator: 'EqualTo', value: { stringValue: 'B' } },
      ],
    });
  });

  it('that run it once per entry of anything else when told so.', () => {
    const criteria = compileFlow(mayEscalate, { priorities: ['Critical'] }, 'on entry');
    expect(criteria).toEqual({
      doesRequireRecordChangedToMeetCriteria: true,
      filterLogic: 'or',
      filters: [
        { field: 'IsEscalated', operator: 'EqualTo', value: { booleanValue: true } },
        { field: 'Priority', operator: 'EqualTo', value: { stringValue: 'Critical' } },
      ],
    });
  });

  it('with truth values joined by "and".', () => {
    const criteria = compileFlow(and(field('boolean', 'IsWon'), equal(stage, 'A')));
    expect(criteria.doesRequireRecordChangedToMeetCriteria).toBe(false);
    expect(criteria.filterLogic).toBe('and');
    expect(criteria.filters[0]?.value).toEqual({ booleanValue: true });
  });
});

describe('What entry criteria cannot say is refused', () => {
  const won = entered(stage, literal('list', ['A']));
  it.each([
    [greater(field('number', 'Amount'), 5), 'only equal texts and truth values are certain'],
    [equal(field('text', 'Account.Name'), 'A'), 'read no parent of the record'],
    [and(isIn(stage, ['A', 'B']), equal(field('text', 'Type'), 'C')), 'all by "or"'],
    [and(won, equal(field('text', 'Type'), 'C')), 'which of the criteria the record came to meet'],
    [or(won, equal(field('text', 'Type'), 'C')), 'which of the criteria the record came to meet'],
    [equal(stage, 'bell\u0007'), 'XML cannot hold a control character'],
    [equal(stage, 'half \ud83d'), 'half a character'],
  ] as const)('%#', (condition, reason) => {
    expect(() => compileFlow(condition)).toThrow(reason);
  });
});
