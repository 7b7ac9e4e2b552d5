import { execFile } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';

const COMMANDS = [
  ['validate', '--without-style'],
  ['build', '--skip-npm-install', '--skip-validation'],
];

/**
 * Validates and zips the integration in a folder with Zapier's own command line, offline and without an account.
 * Returns the path of the zip. Throws with the tool's output when it refuses.
 */
export async function packageApp(folder: string): Promise<string> {
  const tool = createRequire(import.meta.url).resolve('zapier-platform-cli/src/bin/run');
  for (const command of COMMANDS)
    await promisify(execFile)(process.execPath, [tool, ...command], {
      cwd: folder,
      env: { ...process.env, DISABLE_ZAPIER_ANALYTICS: '1' },
    }).catch((error: { readonly message: string; readonly stdout: string }) => {
      throw new Error(`${error.message}\n${error.stdout}`, { cause: error });
    });
  return join(folder, 'build', 'build.zip');
}

if (process.argv[1] === import.meta.filename) {
  const zip = await packageApp(import.meta.dirname);
  const result = join(import.meta.dirname, '..', 'dist', 'zapier', 'build.zip');
  await mkdir(join(result, '..'), { recursive: true });
  await copyFile(zip, result);
  console.log(`Zapier package: ${result}`);
}
