import { describe, expect, it } from '@jest/globals';
import {
  and,
  contains,
  entered,
  equal,
  exists,
  fallback,
  field,
  greater,
  inFiscal,
  isIn,
  literal,
  namedField,
  not,
  notEqual,
  or,
  parametersOf,
} from '../../../../shared/language/index.ts';
import { dealRoom } from '../../../../shared/signal/deal-room/deal-room.ts';
import { compileMakeFilter } from '../../../../shared/target/make-filter/compile.ts';

const input = parametersOf({ stages: 'list', since: 'instant' });
const stage = field('text', 'StageName');
const exist = { a: '{{1.StageName}}', o: 'exist' };

describe('A condition becomes the filter of a scenario', () => {
  it('with one group for each stage that was chosen.', () => {
    expect(compileMakeFilter(dealRoom.filter, '1', { stages: ['Closed Won', 'Signed'] })).toEqual([
      [exist, { a: '{{1.StageName}}', o: 'text:equal:ci', b: 'Closed Won' }],
      [exist, { a: '{{1.StageName}}', o: 'text:equal:ci', b: 'Signed' }],
    ]);
  });

  it('with the default when nothing was chosen.', () => {
    const [group] = compileMakeFilter(dealRoom.filter, '1');
    expect(group).toContainEqual({ a: '{{1.StageName}}', o: 'text:equal:ci', b: 'Closed Won' });
  });

  it('with "and" spread over "or".', () => {
    const won = field('boolean', 'IsWon');
    const condition = and(or(equal(stage, 'A'), won), greater(namedField('number', 'arr', 'Amount'), 5));
    const large = [
      { a: '{{1.ARR__c}}', o: 'exist' },
      { a: '{{1.ARR__c}}', o: 'number:greater', b: '5' },
    ];
    expect(compileMakeFilter(condition, '1', { arr: 'ARR__c' })).toEqual([
      [exist, { a: '{{1.StageName}}', o: 'text:equal:ci', b: 'A' }, ...large],
      [{ a: '{{1.IsWon}}', o: 'exist' }, { a: '{{1.IsWon}}', o: 'boolean:equal', b: 'true' }, ...large],
    ]);
  });
});

describe('What a filter cannot say is refused, with its place', () => {
  it.each([
    [not(exists(stage)), 'cannot say "not" at condition:'],
    [
      and(exists(stage), inFiscal(field('date', 'CloseDate'), 'quarter')),
      'cannot say "fiscal" at condition.conditions[1]:',
    ],
    [contains(stage, 'x'), 'a text is compared by forms that are not documented'],
    [notEqual(stage, 'x'), 'missing value'],
    [equal(stage, field('text', 'Name')), 'compares with what is known when it is written'],
    [equal(field('date', 'CloseDate'), '2026-11-20'), 'a date is compared by forms that are not documented'],
    [equal(stage, '{{now}}'), 'double braces would start an expression'],
    [isIn(stage, fallback(input('stages'), literal('list', []))), 'nothing could ever match'],
    [entered(stage, literal('list', ['A']), { since: input('since') }), 'holds no date of its own'],
    [and(...Array.from({ length: 6 }, () => isIn(stage, ['a', 'b']))), 'more than 50 groups'],
  ] as const)('%#', (condition, reason) => {
    expect(() => compileMakeFilter(condition, '1', { since: '2026-11-20T00:00:00Z' })).toThrow(reason);
  });
});
