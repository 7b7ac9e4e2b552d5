import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { textTable } from '../../../shared/generated/generate-text-table.ts';
import { LETTERS, LOCALE_TEXT } from '../../../shared/generated/text-table.ts';

test('The text table is what its script makes of today’s libraries', () => {
  const committed = readFileSync(new URL('../../../shared/generated/text-table.ts', import.meta.url), 'utf8');
  expect(committed).toBe(textTable());
});

test('Every letter becomes ASCII, once, so that the order of replacements does not matter', () => {
  const letters = LETTERS.flatMap(([, from]) => [...from]);
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters.filter((letter) => letter <= '\x7f' || letter.length !== 1)).toEqual([]);
  expect(LETTERS.filter(([to]) => !/^[a-z]*$/.test(to))).toEqual([]);
});

test('Every locale has twelve months and a date of three parts', () => {
  for (const { months, date, group, decimal } of Object.values(LOCALE_TEXT)) {
    expect(months.filter((month) => month !== '' && !/[<>&|$]/.test(month))).toHaveLength(12);
    expect(date.match(/\{(day|month|year)\}/g)?.toSorted()).toEqual(['{day}', '{month}', '{year}']);
    expect([group, decimal].join('')).toMatch(/^[^<>&|$\d]{2}$/);
  }
});
