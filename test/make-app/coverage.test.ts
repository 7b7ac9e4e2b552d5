import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { app } from './make.ts';

/** Calls of Make's runtime, and of the helpers that run a module in it. */
const RUNS =
  /\b(?:runModule|runTrigger|runInstantTrigger|runEpoch|runRpc|deliverOnMake|on|pollOnMake|subscribeOn)\(/;
const TESTS = join(import.meta.dirname, '..');

const tests = ['make-app', 'operation']
  .flatMap((folder) => readdirSync(join(TESTS, folder)).map((name) => join(TESTS, folder, name)))
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('coverage.test.ts'))
  .map((file) => ({ file: relative(TESTS, file), code: readFileSync(file, 'utf8') }))
  .filter(({ code }) => RUNS.test(code));
const parts = [...app.modules.keys(), ...app.rpcs.keys()];

/** The name that both platforms know a module by. */
function keyOf(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The tests that run the runtime and name a part, as Make or as both platforms do. */
function testsOf(id: string): readonly string[] {
  return tests
    .filter(({ code }) => code.includes(`'${id}'`) || code.includes(`'${keyOf(id)}'`))
    .map(({ file }) => file)
    .sort();
}

afterAll(() => {
  const lines = parts.map((id) => `make-app: ${id} is executed by ${testsOf(id).join(', ')}\n`);
  process.stdout.write(lines.join(''));
});

it.each(parts)('%s is executed by a test that names it, in the runtime of Make.', (id) => {
  expect(testsOf(id).length).toBeGreaterThan(0);
});
