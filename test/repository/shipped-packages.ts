import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withBlock } from '../../blueprints/readme-block.ts';
import { bundleApp } from '../../zapier-app/bundle.ts';
import { buildPackage } from '../sandbox/zapier/build-package.ts';
import { unzipPackage } from '../sandbox/zapier/package-runtime.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The page that lists what is shipped, and the name of its generated block. */
export const PAGE = { path: join(ROOT, 'shared', 'SECURITY.md'), block: 'packages' } as const;

/** A package of others that is in what an admin uploads. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression. */
  readonly licence: string;
  /** Bundled into our code, or loaded beside it by Zapier's own runtime. */
  readonly how: 'bundled' | 'beside';
}

/** Every package in the zip for Zapier, by name. The app for Make has none: it holds no code. */
export async function shippedPackages(): Promise<readonly ShippedPackage[]> {
  const work = await mkdtemp(join(tmpdir(), 'dealwire-bundle-'));
  const inputs = await bundleApp(join(ROOT, 'zapier-app', 'index.ts'), join(work, 'index.js'));
  const folder = await unzipPackage(await buildPackage());
  const bundled = new Set(inputs.flatMap((input) => folderOf(input) ?? []));
  const found = [
    ...[...bundled].map((path) => describe(join(ROOT, path), 'bundled')),
    ...packagesIn(join(folder, 'node_modules')).map((path) => describe(path, 'beside')),
  ];
  await Promise.all([work, folder].map((path) => rm(path, { recursive: true })));
  const byText = new Map(found.map((each) => [`${each.name} ${each.version} ${each.how}`, each]));
  return [...byText.keys()].sort().map((key) => byText.get(key) as ShippedPackage);
}

/** The table of the page. */
export function packageTable(packages: readonly ShippedPackage[]): string {
  const rows = packages.map(
    ({ name, version, licence, how }) => `| ${name} | ${version} | ${licence} | ${how} |`,
  );
  return ['| package | version | licence | how it is shipped |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** The folder of the package that a bundled file belongs to; nothing for our own files. */
function folderOf(input: string): string | undefined {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** The folders of the packages in a folder of modules, and in those of its packages. */
function packagesIn(modules: string): readonly string[] {
  if (!existsSync(modules)) return [];
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : [name],
  );
  const folders = names
    .map((name) => join(modules, name))
    .filter((path) => existsSync(join(path, 'package.json')));
  return folders.flatMap((path) => [path, ...packagesIn(join(path, 'node_modules'))]);
}

function describe(path: string, how: ShippedPackage['how']): ShippedPackage {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const licence = license ?? licenses;
  const text = Array.isArray(licence)
    ? licence.map(({ type }: { readonly type: string }) => type).join(' OR ')
    : typeof licence === 'object'
      ? licence.type
      : licence;
  return { name, version, licence: String(text ?? 'none stated'), how };
}

if (process.argv[1] === import.meta.filename) {
  const page = await readFile(PAGE.path, 'utf8');
  await writeFile(PAGE.path, withBlock(page, PAGE.block, packageTable(await shippedPackages())));
}
