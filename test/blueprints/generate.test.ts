import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { blueprintFiles } from '../../blueprints/generate.ts';
import { readZapExport } from '../sandbox/zapier/zap-export.ts';

const folder = join(import.meta.dirname, '..', '..', 'blueprints');

it.each([...blueprintFiles()])('The committed %s is what its description says', async (path, text) => {
  expect(await readFile(join(folder, path), 'utf8')).toBe(text);
});

it('The names of an account replace every placeholder', () => {
  for (const text of blueprintFiles({ zapierApp: 'App123CLIAPI@0.1.0' }).values()) {
    expect(text).not.toContain('App0CLIAPI');
    const nodes = readZapExport(text).zaps.flatMap((zap) => Object.values(zap.nodes));
    expect(nodes.filter(({ selected_api }) => selected_api === 'App123CLIAPI@0.1.0')).toHaveLength(2);
  }
});
