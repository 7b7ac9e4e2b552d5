import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleApp } from '../../../zapier-app/bundle.ts';
import { packageApp } from '../../../zapier-app/package-app.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const RESULTS = join(REPOSITORY, 'build', 'zapier');

/**
 * Packages an integration with Zapier's own command line and returns the zip. A bundle seen before is not built again;
 * builds may run side by side. Building takes some 8 seconds.
 */
export async function buildPackage(
  entry = join(REPOSITORY, 'zapier-app', 'index.ts'),
  packageJson = join(REPOSITORY, 'zapier-app', 'package.json'),
): Promise<string> {
  await mkdir(RESULTS, { recursive: true });
  const work = await mkdtemp(join(RESULTS, 'work-'));
  const { scripts: _, ...description } = JSON.parse(await readFile(packageJson, 'utf8'));
  await bundleApp(entry, join(work, 'dist', 'index.js'));
  const result = join(RESULTS, await digest(JSON.stringify(description), join(work, 'dist', 'index.js')));
  if (!(await exists(result))) {
    await writeFile(join(work, 'package.json'), JSON.stringify(description));
    await writeFile(join(work, '.gitignore'), 'build/\n');
    await packageApp(work);
    await rename(work, result).catch(ignoreIfBuilt);
  }
  await rm(work, { recursive: true, force: true });
  return join(result, 'build', 'build.zip');
}

async function digest(description: string, bundle: string): Promise<string> {
  const hash = createHash('sha256').update(description);
  return hash
    .update(await readFile(bundle))
    .digest('hex')
    .slice(0, 16);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function ignoreIfBuilt(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
