import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { blueprintFiles } from '../../blueprints/generate.ts';
import { checkBlueprint } from '../sandbox/make/check-blueprint.ts';
import { readZapExport } from '../sandbox/zapier/zap-export.ts';

const folder = join(import.meta.dirname, '..', '..', 'blueprints');

it.each([...blueprintFiles()])('The committed %s is what its description says', async (path, text) => {
  expect(await readFile(join(folder, path), 'utf8')).toBe(text);
});

it('The names of an account replace every placeholder', () => {
  const files = blueprintFiles({ zapierApp: 'App123CLIAPI@0.1.0', makeApp: 'dealwire-ab12cd' });
  for (const [path, text] of files) {
    expect(text).not.toMatch(/App0CLIAPI|dealwire-placeholder/);
    if (!path.endsWith('zap.json')) continue;
    const nodes = readZapExport(text).zaps.flatMap((zap) => Object.values(zap.nodes));
    const apis = new Set(nodes.map(({ selected_api }) => selected_api));
    expect([...apis].filter((api) => !/^(Filter|Schedule|Slack)/.test(api))).toEqual(['App123CLIAPI@0.1.0']);
  }
});

it.each(
  [...blueprintFiles()].filter(([path]) => path.endsWith('scenario.json')),
)('The scenario %s has the form that Make takes', (path, text) => {
  expect(checkBlueprint(JSON.parse(text), path)).toEqual([]);
});
