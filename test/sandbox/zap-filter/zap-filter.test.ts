import { describe, expect, test } from '@jest/globals';
import { refusalOf } from '../iml/refusal-of.ts';
import { REFUSALS } from './refusals.ts';
import { ZapFilterRefusal } from './refuse.ts';
import { passesZapFilter, type ZapCriterion } from './zap-filter.ts';

const values = {
  '1': {
    Amount: 60000,
    AmountText: '60000.5',
    StageName: 'Closed Won',
    Owner: { Name: 'Ann', ARR__c: 5 },
    ARR__c: 12,
    IsWon: true,
    IsLost: false,
    nothing: null,
    blank: '',
    zero: 0,
    list: ['a'],
    none: [],
    tiny: 1e-9,
    a: { b__c: 1 },
    a__b: { c: 2 },
  },
  '2__flat': 'yes',
};
let nextId = 0;
const criterion = (key: string, match: string, value = '', action = 'continue', group = 1): ZapCriterion => {
  nextId += 1;
  return { id: nextId, group, key, match, value, action };
};
const passes = (...criteria: readonly ZapCriterion[]) => passesZapFilter(criteria, values);

describe('match codes', () => {
  test.each([
    ['1__Amount', 'iexist', '', true],
    ['1__nothing', 'iexist', '', false],
    ['1__missing', 'iexist', '', false],
    ['3__Amount', 'iexist', '', false],
    ['1__Amount__x', 'iexist', '', false],
    ['1__list', 'iexist', '', true],
    ['1__StageName', 'iexact', 'Closed Won', true],
    ['1__StageName', 'iexact', 'Closed', false],
    ['1__Amount', 'iexact', '60000', true],
    ['1__Amount', 'iexact', '6', false],
    ['2__flat', 'iexact', 'yes', true],
    ['1__StageName', 'icontains', 'Won', true],
    ['1__StageName', 'icontains', 'Lost', false],
    ['1__Amount', 'igreater', '50000', true],
    ['1__Amount', 'igreater', '60000', false],
    ['1__AmountText', 'igreater', '60000', true],
    ['1__Owner__ARR__c', 'iless', '6', true],
    ['1__ARR__c', 'iless', '6', false],
    ['1__IsWon', 'boolean', '', true],
    ['1__IsLost', 'boolean', '', false],
  ])('%s %s "%s" is %s', (key, match, value, verdict) => {
    expect(passes(criterion(key, match, value))).toBe(verdict);
    if (match !== 'boolean') expect(passes(criterion(key, match, value, 'stop'))).toBe(!verdict);
  });
});

test('criteria of a group are joined by and, groups by or', () => {
  const yes = (group: number) => criterion('1__Amount', 'igreater', '1', 'continue', group);
  const no = (group: number) => criterion('1__Amount', 'iless', '1', 'continue', group);
  expect(passes(yes(1), yes(1))).toBe(true);
  expect(passes(yes(1), no(1))).toBe(false);
  expect(passes(yes(1), no(2))).toBe(true);
  expect(passes(no(1), yes(2), no(2))).toBe(false);
});

test('an open criterion does not matter where the others decide', () => {
  const open = criterion('1__missing', 'igreater', '1');
  expect(passes(open, criterion('1__missing', 'iexist'))).toBe(false);
  expect(passes(open, criterion('1__Amount', 'iexist', '', 'continue', 2))).toBe(true);
  expect(refusalOf(() => passes(open, criterion('1__Amount', 'iexist')))).toBe('operand-kind');
});

const REFUSED: Readonly<Record<keyof typeof REFUSALS, readonly (readonly ZapCriterion[])[]>> = {
  'no-criteria': [[]],
  'stop-in-company': [
    [criterion('1__Amount', 'iexist', '', 'stop'), criterion('1__Amount', 'iexist')],
    [criterion('1__Amount', 'iexist', '', 'stop'), criterion('1__Amount', 'iexist', '', 'continue', 2)],
  ],
  'unknown-action': [[criterion('1__Amount', 'iexist', '', 'pause')]],
  'no-match': [
    [{ id: 1, group: 1, key: '', value: '', action: 'continue' }],
    [{ id: 1, group: 1, key: '1__Amount', value: '', action: 'continue' }],
  ],
  'unknown-match': [
    [criterion('1__StageName', 'istartswith', 'C')],
    [criterion('1__StageName', 'exact', 'C')],
    [criterion('1__StageName', 'constructor', 'C')],
  ],
  'mapped-value': [[criterion('1__StageName', 'iexact', '{{1__Owner__Name}}')]],
  'expression-key': [[criterion(`{{=gives['1']["id"]}}`, 'iexist')]],
  'ambiguous-key': [[criterion('1__a__b__c', 'iexist')]],
  'exists-empty': [
    [criterion('1__blank', 'iexist')],
    [criterion('1__zero', 'iexist')],
    [criterion('1__IsLost', 'iexist')],
    [criterion('1__none', 'iexist')],
  ],
  'needless-value': [[criterion('1__Amount', 'iexist', '1')], [criterion('1__IsWon', 'boolean', 'true')]],
  'boolean-stop': [[criterion('1__IsLost', 'boolean', '', 'stop')]],
  'operand-kind': [
    [criterion('1__nothing', 'iexact', 'x')],
    [criterion('1__IsWon', 'icontains', 'true')],
    [criterion('1__list', 'icontains', 'a')],
    [criterion('1__missing', 'iless', '1')],
    [criterion('1__StageName', 'boolean')],
  ],
  'empty-value': [
    [criterion('1__StageName', 'iexact')],
    [criterion('1__StageName', 'icontains')],
    [criterion('1__Amount', 'iless')],
  ],
  'letter-case': [
    [criterion('1__StageName', 'iexact', 'closed won')],
    [criterion('1__StageName', 'icontains', 'WON')],
  ],
  'outer-blanks': [
    [criterion('1__StageName', 'iexact', 'Closed Won ')],
    [criterion('1__StageName', 'icontains', ' Closed')],
  ],
  'number-text': [
    [criterion('1__Amount', 'igreater', '50,000')],
    [criterion('1__Amount', 'iexact', '60000.0')],
    [criterion('1__tiny', 'iexact', '1')],
    [criterion('1__StageName', 'igreater', '1')],
  ],
};

test.each(
  Object.entries(REFUSED).flatMap(([id, cases]) => cases.map((criteria) => [id, criteria] as const)),
)('%s is refused: %j', (id, criteria) => {
  expect(refusalOf(() => passes(...criteria))).toBe(id);
});

test('every refusal of the list is met, and says what to use instead', () => {
  expect(Object.keys(REFUSED).sort()).toEqual(Object.keys(REFUSALS).sort());
  expect(() => passes()).toThrow(ZapFilterRefusal);
  expect(() => passes(criterion('1__StageName', 'istartswith', 'C'))).toThrow('Instead: use iexist');
});
