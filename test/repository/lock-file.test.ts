import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

interface Locked {
  readonly version: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const foreignBinaries = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => /darwin|win32/.test(name))
    .map((name) => [name, path] as const),
);

it('The lock file names native packages for macOS and Windows at all', () => {
  expect(foreignBinaries.length).toBeGreaterThan(10);
});

it.each(foreignBinaries)('The lock file carries %s, which %s needs on another system', (name, path) => {
  const folders = path
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  const places = [`node_modules/${name}`, ...folders.map((folder) => `${folder}/node_modules/${name}`)];
  expect(places.some((place) => place in packages)).toBe(true);
});

it('The lock file names no registry host', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"/);
});
