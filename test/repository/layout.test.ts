import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);

it('The README opens with the two commands', () => {
  expect(readFileSync('README.md', 'utf8')).toMatch(
    /^# Dealwire\n\n```sh\nnpm ci && npm start .*\nnpm ci && npm test /,
  );
});

it('Continuous integration installs from the lock file and calls the test command of the README', () => {
  const script = readFileSync('.ci/run', 'utf8');
  expect(script).toMatch(/^npm ci$/m);
  expect(script).toMatch(/^npm test$/m);
});

it('Only folders and files that were agreed on, or that tools ask for, stand at the top', () => {
  const top = new Set(files.map((file) => file.split('/')[0]));
  expect([...top].sort()).toEqual([
    '.ci',
    '.gitattributes',
    '.gitignore',
    'LICENSE',
    'README.md',
    'biome.json',
    'blueprints',
    'jest.config.js',
    'make-app',
    'package-lock.json',
    'package.json',
    'shared',
    'test',
    'tsconfig.json',
    'zapier-app',
  ]);
});
