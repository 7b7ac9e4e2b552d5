import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildPackage } from '../sandbox/zapier/build-package.ts';
import { unzipPackage } from '../sandbox/zapier/package-runtime.ts';
import { findSecrets } from './find-secrets.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Folders of a machine, which a shipped file has no business to name. */
const MACHINE = /(?:^|["'`\s(])(?:\/(?:home|root|Users|work|tmp\/)[/\w.-]{3,}|[A-Z]:\\Users\\)/g;

/** What is found in files, with the name of each. */
function scan(files: readonly string[], find: (text: string) => readonly string[]): readonly string[] {
  return files.flatMap((file) => find(readFileSync(file, 'latin1')).map((found) => `${file}: ${found}`));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('The search for secrets', () => {
  const some = 'A1b2C3d4E5f6';
  it.each([
    ['xoxb', `${'xox'}b-123456789012-${some}`],
    ['xoxe', `${'xox'}e-1-${some}-${some}`],
    ['a session', `${'00D'}xx0000001gPL!A${some}${some}`],
    ['a refresh token', `${'5Aep8'}61${some.repeat(4)}`],
    ['a consumer secret', 'AB12'.repeat(16)],
    ['a key', `-----BEGIN ${'RSA PRIVATE'} KEY-----`],
    ['a code host', `${'gh'}p_${some.repeat(3)}`],
    ['a web token', `${'ey'}J${some}.${'ey'}J${some}.${some}`],
  ])('finds %s', (_, secret) => {
    expect(findSecrets(`a "${secret}" b`)).toHaveLength(1);
  });

  it('leaves alone what only names one', () => {
    expect(findSecrets('paste your xoxb- token; xoxb-… or 00Dxx0000001gPLEAY')).toEqual([]);
  });
});

describe('No secret is in', () => {
  it('any file of the project, generated apps and blueprints included', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
      .split('\0')
      .filter((file) => file !== '' && !/\.(png|svg)$/.test(file));
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => file.startsWith('make-app/app/')).length).toBeGreaterThan(50);
    expect(
      scan(
        files.map((file) => join(ROOT, file)),
        findSecrets,
      ),
    ).toEqual([]);
  });

  it('the package for Zapier, which names no folder of the machine that built it either', async () => {
    const folder = await unzipPackage(await buildPackage());
    const files = filesIn(folder);
    expect(files.length).toBeGreaterThan(3);
    expect(scan(files, findSecrets)).toEqual([]);
    const own = files.filter((file) => !file.includes('node_modules'));
    expect(scan(own, (text) => text.match(MACHINE) ?? [])).toEqual([]);
    await rm(folder, { recursive: true });
  }, 120_000);

  it('the files that people import or upload, which name no folder of a machine either', () => {
    const files = ['make-app/app', 'blueprints'].flatMap((folder) => filesIn(join(ROOT, folder)));
    const shipped = files.filter((file) => /\.(json|xml|cls|trigger)$/.test(file));
    expect(shipped.length).toBeGreaterThan(100);
    expect(scan(shipped, (text) => text.match(MACHINE) ?? [])).toEqual([]);
  });
});
