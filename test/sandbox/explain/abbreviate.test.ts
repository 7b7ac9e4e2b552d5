import { expect, it } from '@jest/globals';
import {
  dateText,
  type Expression,
  epochSeconds,
  field,
  isIn,
  money,
  parametersOf,
} from '../../../shared/language/index.ts';
import { compileExpression } from '../../../shared/target/iml/compile.ts';
import { rootsIn } from '../../../shared/target/iml/roots.ts';
import { abbreviate, shorten } from './abbreviate.ts';

const iml = (node: Expression) => JSON.stringify(compileExpression(node, rootsIn('x')));

it.each([
  ['the locale table', money(field('number', 'Amount'), 'EUR'), '‹locale table›'],
  ['the locale table of days', dateText(field('date', 'CloseDate')), '‹locale table›'],
  [
    'folding of case',
    isIn(field('text', 'StageName'), parametersOf({ stages: 'list' })('stages')),
    '‹ASCII lower case of ',
  ],
  [
    'reading of an instant',
    epochSeconds(field('instant', 'CreatedDate')),
    '‹instant of temp.record.CreatedDate›',
  ],
])('An explanation names %s instead of printing it', (_, node, name) => {
  const printed = iml(node);
  expect(abbreviate(printed)).toContain(name);
  expect(abbreviate(printed).length).toBeLessThan(printed.length / 1.5);
});

it('An explanation leaves everything else as it is printed', () => {
  expect(abbreviate("if(temp.x1, temp.x1, '—')")).toBe("if(temp.x1, temp.x1, '—')");
});

it('An explanation cuts a long line visibly, and says how much is left', () => {
  expect(shorten(`${'x'.repeat(700)}\nshort`)).toBe(`${'x'.repeat(600)} … 100 more characters\nshort`);
});
