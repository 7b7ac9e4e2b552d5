import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { checkBlueprint } from './check-blueprint.ts';
import { loadBlueprint } from './load-blueprint.ts';

it('A blueprint file is read.', () => {
  expect(checkBlueprint(loadBlueprint(`${import.meta.dirname}/fixture/scenario.json`))).toEqual([]);
});

it.each([
  ['half-edited JSON', '{\n  "name": "x",\n  "flow": [\n', /:4:1: /],
  ['a comment', '{ // no\n}', /:1:3: a comment is not allowed/],
])('A blueprint file with %s is refused with line and column.', (_, text, place) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'blueprint-'));
  const file = path.join(folder, 'scenario.json');
  writeFileSync(file, text);
  try {
    expect(() => loadBlueprint(file)).toThrow(place);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('A missing blueprint file is named.', () => {
  expect(() => loadBlueprint('/nowhere/scenario.json')).toThrow('/nowhere/scenario.json does not exist');
});
