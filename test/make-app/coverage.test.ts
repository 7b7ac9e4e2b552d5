import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { app } from './make.ts';

/** Calls of Make's runtime, and of the helpers that run a module in it. */
const RUNS = /\b(?:runModule|runTrigger|runEpoch|runRpc|deliverOnMake|on|pollOnMake)\(/;
const TESTS = join(import.meta.dirname, '..');

const tests = ['make-app', 'operation']
  .flatMap((folder) => readdirSync(join(TESTS, folder)).map((name) => join(TESTS, folder, name)))
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('coverage.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .filter((code) => RUNS.test(code));

/** The name that both platforms know a module by. */
function keyOf(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

it.each([
  ...app.modules.keys(),
  ...app.rpcs.keys(),
])('%s is executed by a test that names it, in the runtime of Make.', (id) => {
  const naming = tests.filter((code) => code.includes(`'${id}'`) || code.includes(`'${keyOf(id)}'`));
  expect(naming.length).toBeGreaterThan(0);
});
