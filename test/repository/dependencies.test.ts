import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { withBlock } from '../../blueprints/readme-block.ts';
import { PAGE, packageTable, shippedPackages } from './shipped-packages.ts';

const ROOT = join(import.meta.dirname, '../..');
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** Licences that let anybody use, change and pass on what is shipped, as part of something of any licence. */
const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];

/** What Zapier's own runtime brings under other terms, which whoever builds on Zapier has agreed to. */
const OF_ZAPIER: Readonly<Record<string, string>> = {
  'zapier-platform-core': 'SEE LICENSE IN LICENSE',
  'zapier-platform-schema': 'SEE LICENSE IN LICENSE',
  'json-metaschema': 'Public Domain',
  'urlsafe-base64': 'none stated',
};

describe('Every version is pinned', () => {
  const named = ['package.json', 'zapier-app/package.json'].flatMap((path) =>
    ['dependencies', 'devDependencies', 'overrides'].flatMap((kind) =>
      Object.entries(json(path)[kind] ?? {}).map(([name, version]) => [path, name, String(version)] as const),
    ),
  );

  it.each(named)('%s names one version of %s', (_, __, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('and the lock file knows the content of each package by its hash', () => {
    const packages = Object.entries(
      json('package-lock.json').packages as Record<string, { integrity?: string; inBundle?: boolean }>,
    );
    const unknown = packages.filter(
      ([path, { integrity, inBundle }]) => path !== '' && !inBundle && !integrity,
    );
    expect(unknown.map(([path]) => path)).toEqual([]);
  });
});

it('Every package that is shipped has a licence of the list, and the security page lists it', async () => {
  const packages = await shippedPackages();
  expect(packages.filter(({ how }) => how === 'bundled').length).toBeGreaterThan(5);
  const others = packages.filter(
    ({ name, licence, how }) =>
      !ALLOWED.includes(licence) && !(how === 'beside' && OF_ZAPIER[name] === licence),
  );
  expect(others).toEqual([]);
  const page = readFileSync(PAGE.path, 'utf8');
  expect(page).toBe(withBlock(page, PAGE.block, packageTable(packages)));
}, 120_000);
