import { describe, expect, it } from '@jest/globals';
import { referencesIn, resolveParam } from './field-mapping.ts';

const outputs = new Map<number, unknown>([
  [
    1,
    { name: 'Acme', ARR__c: 5, owner: { name: 'Ana', Region__c: 'EU' }, lines: [{ sku: 'A' }, { sku: 'B' }] },
  ],
  [2, { a__b: 1, a: { b: 2 } }],
]);

const resolve = (param: unknown) => resolveParam(param, outputs, 'Step 3');

describe('resolveParam', () => {
  it.each([
    ['{{1__ARR__c}}', 5],
    ['{{1__owner__Region__c}}', 'EU'],
    ['{{1__lines__sku}}', ['A', 'B']],
    ['{{1__lines}}', [{ sku: 'A' }, { sku: 'B' }]],
    ['{{1__missing}}', undefined],
    ['{{9__name}}', undefined],
    ['{{1__name}}{{1__ARR__c}}', 'Acme5'],
    ['no: {{1__missing}}, {{1__lines__sku}}', 'no: , A,B'],
    ['plain', 'plain'],
    [true, true],
    [{ a: ['{{1__name}}'] }, { a: ['Acme'] }],
  ])('reads %j as %j', (param, value) => {
    expect(resolve(param)).toEqual(value);
  });

  it('refuses a name that two outputs have', () => {
    expect(() => resolve('{{2__a__b}}')).toThrow('Step 2 has two outputs called "a__b".');
  });
});

describe('referencesIn', () => {
  it('finds every reference, however deep', () => {
    expect(referencesIn({ a: ['{{1__x}} and {{2__y__z}}'], b: 3 }, 'Step 3')).toEqual([
      { stepId: 1, field: 'x' },
      { stepId: 2, field: 'y__z' },
    ]);
  });

  it.each([
    '{{1__}}',
    '{{x__y}}',
    '{{1}}',
    '{{}}',
    '{{1__x__}}',
    '{{1__x',
    '1__x}}',
    '{{=meta["run_id"]}}',
  ])('refuses %s', (text) => {
    expect(() => referencesIn(text, 'Step 3')).toThrow(/^Step 3: /);
  });
});
