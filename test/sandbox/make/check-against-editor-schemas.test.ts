import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { checkAgainstEditorSchemas } from './check-against-editor-schemas.ts';

const FIXTURE = `${import.meta.dirname}/fixture/app`;
const atHand = existsSync(path.join(import.meta.dirname, '../../../../shared/reference/make-schemas'));

it("The schemas of Make's editor take the fixture app, where they are at hand.", () => {
  expect(checkAgainstEditorSchemas(FIXTURE)).toEqual(atHand ? [] : undefined);
});

it("The schemas of Make's editor find a misspelt directive, where they are at hand.", () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'make-app-'));
  cpSync(FIXTURE, folder, { recursive: true });
  writeFileSync(path.join(folder, 'general/base.iml.json'), '{ "baseurl": "x" }');
  const problems = checkAgainstEditorSchemas(folder);
  rmSync(folder, { recursive: true });
  expect(
    problems?.some(({ file, reason }) => file === 'general/base.iml.json' && reason.includes('baseurl')),
  ).toBe(atHand ? true : undefined);
});
