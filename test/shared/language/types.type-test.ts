import {
  between,
  childrenOf,
  contains,
  equal,
  fieldsOf,
  greater,
  isIn,
  itemFieldsOf,
  less,
  money,
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

/** Each line that must not compile stands under `@ts-expect-error`, which `tsc` refuses when the line compiles. */
export function whatDoesNotCompile(): void {
  // @ts-expect-error: the object has no such field
  deal('Nope');
  // @ts-expect-error: the parent has no such field
  deal('Owner.Phone');
  // @ts-expect-error: a parent is no value
  deal('Owner');
  // @ts-expect-error: child rows are no value
  deal('Rows');
  // @ts-expect-error: a field has no fields
  deal('Name.Length');
  // @ts-expect-error: the object has no such child relationship
  childrenOf(Deal)('Owner');
  // @ts-expect-error: the rows have no such field
  itemFieldsOf(Row)('Name');
  // @ts-expect-error: no such input is declared
  input('nope');
  // @ts-expect-error: a number is compared with a text
  equal(deal('Amount'), '5');
  // @ts-expect-error: a text is compared with a number input
  equal(deal('Name'), input('least'));
  // @ts-expect-error: texts have no order
  less(deal('Name'), 'M');
  // @ts-expect-error: booleans have no order
  greater(deal('IsWon'), true);
  // @ts-expect-error: lists are not compared
  equal(input('stages'), ['a']);
  // @ts-expect-error: only texts are searched
  contains(deal('Amount'), '5');
  // @ts-expect-error: days are not in lists of texts
  isIn(deal('CloseDate'), ['2026-11-20']);
  // @ts-expect-error: a list of numbers for a text
  isIn(deal('Name'), [5]);
  // @ts-expect-error: a text input is no list
  isIn(deal('Name'), input('search'));
  // @ts-expect-error: only days lie in spans of days
  within(deal('Amount'), 'last', 30);
  // @ts-expect-error: no such span
  within(deal('CloseDate'), 'LAST_N_MINUTES', 30);
  // @ts-expect-error: a range of another type
  between(deal('CloseDate'), 1, 2);
  // @ts-expect-error: an amount is a number
  money(deal('Name'), 'USD');
}
