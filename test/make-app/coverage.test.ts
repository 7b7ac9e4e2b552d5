import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { moduleCoverage, rpcCoverage } from './coverage.ts';
import { app } from './make.ts';

/** Calls of the runtime, the helper of the delivery module among them. */
const RUNS = /\b(?:runModule|runTrigger|runEpoch|runRpc|deliverOnMake)\(/;

const files = readdirSync(import.meta.dirname)
  .filter((name) => /\.(?:test|long)\.ts$/.test(name) && !name.startsWith('coverage.'))
  .map((name) => ({ name, code: readFileSync(join(import.meta.dirname, name), 'utf8') }))
  .filter(({ code }) => RUNS.test(code));

/** The files that run the runtime and name a module or procedure. */
function filesNaming(id: string): readonly string[] {
  return files
    .filter(
      ({ code }) => code.includes(`'${id}'`) || (id === 'openDealRoom' && code.includes('deliverOnMake(')),
    )
    .map(({ name }) => name)
    .sort();
}

it('The list names every module and remote procedure of the app, and no other.', () => {
  expect(Object.keys(moduleCoverage).sort()).toEqual([...app.modules.keys()].sort());
  expect(Object.keys(rpcCoverage).sort()).toEqual([...app.rpcs.keys()].sort());
});

it.each(
  Object.entries({ ...moduleCoverage, ...rpcCoverage }),
)('%s is executed by the tests the list names, and by no other.', (id, tests) => {
  expect(tests.length).toBeGreaterThan(0);
  expect(filesNaming(id)).toEqual([...tests].sort());
});

it('Every test that executes a part of the app is in the list.', () => {
  const listed = new Set([...Object.values(moduleCoverage), ...Object.values(rpcCoverage)].flat());
  expect(files.map(({ name }) => name).sort()).toEqual([...listed].sort());
});
