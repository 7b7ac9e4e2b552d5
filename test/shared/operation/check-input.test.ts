import { describe, expect, it } from '@jest/globals';
import { checkInputs } from '../../../shared/operation/check-input.ts';
import type { Input } from '../../../shared/operation/definition.ts';
import { DEAL } from '../../crash/deal.ts';
import { sampleId } from '../../sandbox/salesforce/sample-org/sample-id.ts';

/** What an input that differs from a plain text makes of a value. */
function checked(more: Partial<Input>, value: unknown): unknown {
  const input: Input = { key: 'it', label: 'The Input', help: 'Do this.', type: 'text', ...more };
  return checkInputs({ inputs: [input] }, { it: value }).it;
}

const text: Partial<Input> = {};
const list: Partial<Input> = { type: 'list' };
const yes: Partial<Input> = { type: 'boolean' };
const id: Partial<Input> = { recordIdOf: 'Opportunity' };
const fields: Partial<Input> = { type: 'list', source: 'opportunity-extra-fields' };

describe('checkInputs takes', () => {
  it.each<[string, Partial<Input>, unknown, unknown]>([
    ['a text without the blanks around it', text, '  a b ', 'a b'],
    ['a number as text', text, 12, '12'],
    ['nothing as missing', text, undefined, undefined],
    ['null as missing', text, null, undefined],
    ['blanks as missing', text, ' \n', undefined],
    ['the default for an empty text', { default: 'x' }, '', 'x'],
    ['a choice', { choices: { stop: 'Stop' } }, 'stop', 'stop'],
    ['true', yes, true, true],
    ['true as text', yes, 'true', true],
    ['false as text', yes, 'false', false],
    ['the default of a boolean', { ...yes, default: 'true' }, '', true],
    ['an empty list', list, undefined, []],
    ['a list', list, ['a', ' b ', '', null, 'a'], ['a', 'b']],
    ['items with commas in a list', list, ['Smith, Jones'], ['Smith, Jones']],
    ['a text with commas and line breaks as a list', list, 'a, b\nc,,', ['a', 'b', 'c']],
    ['a mapped text as itself and its parts', { ...list, mapped: true }, 'Won, US', ['Won, US', 'Won', 'US']],
    ['a record id of 18 characters', id, DEAL, DEAL],
    ['a record id of 15 characters, completed', id, ` ${DEAL.slice(0, 15)} `, DEAL],
    ['a field', { source: 'opportunity-fields' }, 'Contract.StartDate', 'Contract.StartDate'],
    ['fields with type and label', fields, ['ARR__c:currency:A, B (c)', 'X__c'], undefined],
  ])('%s', (_, input, value, result) => {
    expect(checked(input, value)).toEqual(result === undefined && Array.isArray(value) ? value : result);
  });
});

describe('checkInputs refuses, naming the input and what to do,', () => {
  it.each<[string, Partial<Input>, unknown, string]>([
    ['a missing value', { required: true }, '', 'it is empty'],
    ['a text that is too long', { longest: 2 }, 'abc', 'it has 3 characters, more than 2'],
    ['an object as a text', text, { a: 1 }, 'it is not a text'],
    ['a list as a text', text, ['a'], 'it is not a text'],
    ['another choice', { choices: { stop: 'Stop', repeat: 'Again' } }, 'go', 'it is not one of stop, repeat'],
    ['a choice that every object has', { choices: { stop: 'Stop' } }, 'toString', 'it is not one of stop'],
    ['a boolean in other words', yes, 'yes', 'it is neither true nor false'],
    ['more items than it holds', { ...list, most: 2 }, 'a,b,c', 'it holds 3 items, more than 2'],
    ['a text as a record id', id, 'Acme', 'not a record id of 15 or 18 characters (it has 4)'],
    ['a record id with a wrong checksum', id, `${DEAL.slice(0, 15)}AAA`, 'its checksum is wrong'],
    ['the id of an account', id, sampleId('001', 1), 'is the id of another object, not of an Opportunity'],
    ['a formula as a field', { source: 'opportunity-user-fields' }, 'SE__c)', 'no API name of a field'],
    ['SOQL among fields', fields, ['A__c', 'Id FROM User--:x:y'], 'no API name of a field'],
  ])('%s', (_, input, value, reason) => {
    expect(() => checked(input, value)).toThrow(
      expect.objectContaining({
        name: 'InvalidInputError',
        input: 'The Input',
        message: expect.stringContaining(`The Input: `),
        fix: expect.stringMatching(/Do this|Choose a field/),
      }),
    );
    expect(() => checked(input, value)).toThrow(reason);
  });

  it('without repeating what the input holds', () => {
    for (const input of [id, yes, { choices: { a: 'A' } }, { source: 'opportunity-fields' } as const])
      expect(() => checked(input, 'xoxb-secret of Acme')).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('secret') }),
      );
  });
});
