import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { orgCoverage, routeCoverage, soqlCoverage } from './coverage.ts';
import { startSalesforce } from './salesforce.ts';

test('the list names the routes of the emulator, no more and no less', async () => {
  const salesforce = await startSalesforce();
  const routes = salesforce.routes.map(({ method, path }) => `${method} ${path}`);
  await salesforce.close();
  expect(Object.keys(routeCoverage).sort()).toEqual(routes.sort());
});

test('every entry names a test that exists, and says what is missing unless it is supported', () => {
  for (const [name, { support, test: file, note }] of Object.entries({
    ...routeCoverage,
    ...soqlCoverage,
    ...orgCoverage,
  })) {
    expect([name, existsSync(new URL(file, import.meta.url))]).toEqual([name, true]);
    expect([name, support === 'supported' || note !== '']).toEqual([name, true]);
  }
});
