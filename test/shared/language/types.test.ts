import { expect, test } from '@jest/globals';
import {
  childrenOf,
  equal,
  fieldsOf,
  isIn,
  itemFieldsOf,
  objectType,
  parametersOf,
  within,
} from '../../../shared/language/index.ts';

const Owner = objectType('User', { Name: 'text', Email: 'text' });
const Row = objectType('Row', { Role: 'text' });
const Deal = objectType('Deal', {
  Name: 'text',
  Amount: 'number',
  CloseDate: 'date',
  IsWon: 'boolean',
  Owner: { parent: () => Owner },
  Rows: { children: () => Row },
});
const deal = fieldsOf(Deal);
const input = parametersOf({ stages: 'list', search: 'text', least: 'number' });

test('What is typed right compiles to nodes of that type', () => {
  expect(equal(deal('Amount'), 5).type).toBe('boolean');
  expect(deal('Owner.Email')).toEqual({ kind: 'field', type: 'text', path: ['Owner', 'Email'] });
  expect(deal('CloseDate').type).toBe('date');
  expect(childrenOf(Deal)('Rows')).toEqual({ kind: 'field', type: 'list', path: ['Rows'] });
  expect(itemFieldsOf(Row)('Role').type).toBe('text');
  expect(input('stages')).toEqual({ kind: 'parameter', type: 'list', name: 'stages' });
  expect(isIn(deal('Name'), input('stages')).kind).toBe('in');
  expect(within(deal('CloseDate'), 'next', input('least')).kind).toBe('relative-date');
});
