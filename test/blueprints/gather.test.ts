import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { gather, PARTS } from '../../blueprints/gather.ts';
import { blueprintFiles } from '../../blueprints/generate.ts';
import { checkMakeApp } from '../sandbox/make/check-make-app.ts';
import { buildPackage } from '../sandbox/zapier/build-package.ts';

const names = { zapierApp: 'App123CLIAPI@0.1.0', makeApp: 'dealwire-ab12cd' };
let folder: string;
let files: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dist-'));
  await mkdir(join(folder, 'make', 'modules'), { recursive: true });
  await writeFile(join(folder, 'make', 'modules', 'left-over.json'), '{}');
  await gather(folder, { names, urls: {} }, buildPackage);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}, 120_000);

it('A build holds the Zapier package, the Make app, the blueprints, the Salesforce package and the Slack manifest', () => {
  expect([...new Set(files.map((file) => file.split('/')[0]))]).toEqual(Object.keys(PARTS).sort());
  expect(files).toEqual(
    expect.arrayContaining([
      'zapier/build.zip',
      'make/makecomapp.json',
      'salesforce/sfdx-project.json',
      'salesforce/core/objects/Dealwire_Delivery__c/Dealwire_Delivery__c.object-meta.xml',
      'slack/manifest.json',
      ...[...blueprintFiles()].map(([path]) => join('blueprints', path)),
    ]),
  );
});

it('What an earlier build left is gone, and what is there is whole', async () => {
  expect(files).not.toContain('make/modules/left-over.json');
  expect(checkMakeApp(join(folder, 'make'))).toEqual([]);
  for (const file of files.filter((each) => each.endsWith('.json')))
    JSON.parse(await readFile(join(folder, file), 'utf8'));
});

it('The blueprints of a build carry the names of the account', async () => {
  for (const [path, text] of blueprintFiles(names))
    expect(await readFile(join(folder, 'blueprints', path), 'utf8')).toBe(text);
});

it('Nothing that is built is committed', () => {
  expect(execFileSync('git', ['check-ignore', 'dist/zapier/build.zip'], { encoding: 'utf8' }).trim()).toBe(
    'dist/zapier/build.zip',
  );
  expect(execFileSync('git', ['ls-files', 'dist'], { encoding: 'utf8' })).toBe('');
});
