import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildPackage } from '../sandbox/zapier/build-package.ts';
import { unzipPackage } from '../sandbox/zapier/package-runtime.ts';

/** What a package weighs and how long the platform waits for it; sizes in bytes, times in milliseconds. */
export interface PackageNumbers {
  readonly zipSize: number;
  /** From the start of `import('./zapierwrapper.js')` to its end in a new process; the fastest run, as other programs only add. */
  readonly coldLoad: number;
}

/** The shipped package beside one that only has to exist. */
export interface ZapierPackageNumbers {
  readonly dealwire: PackageNumbers;
  readonly empty: PackageNumbers;
  /** `dealwire.coldLoad - empty.coldLoad`; the budget is 300. */
  readonly coldLoadBeyondEmpty: number;
}

const RUNS = 9;
const TIMER =
  'const t = performance.now(); await import(process.argv[1]); process.stdout.write(String(performance.now() - t)); process.exit()';
const EMPTY_APP = `import zapier, { defineApp } from 'zapier-platform-core';
export default defineApp({ version: '1.0.0', platformVersion: zapier.version });
`;

/** Builds both packages and measures them, in turns, so that a busy machine slows both alike. */
export async function measureZapierPackage(): Promise<ZapierPackageNumbers> {
  const zips = { dealwire: await buildPackage(), empty: await buildEmptyPackage() };
  const folders = {
    dealwire: await unzipPackage(zips.dealwire),
    empty: await unzipPackage(zips.empty),
  };
  const times = { dealwire: [] as number[], empty: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    times.empty.push(await coldLoad(folders.empty));
    times.dealwire.push(await coldLoad(folders.dealwire));
  }
  await Promise.all(Object.values(folders).map((folder) => rm(folder, { recursive: true })));
  const numbers = async (name: 'dealwire' | 'empty'): Promise<PackageNumbers> => ({
    zipSize: (await stat(zips[name])).size,
    coldLoad: Math.min(...times[name]),
  });
  const [dealwire, empty] = [await numbers('dealwire'), await numbers('empty')];
  return { dealwire, empty, coldLoadBeyondEmpty: dealwire.coldLoad - empty.coldLoad };
}

async function buildEmptyPackage(): Promise<string> {
  const folder = await mkdtemp(join(import.meta.dirname, 'empty-'));
  const entry = join(folder, 'index.ts');
  await writeFile(entry, EMPTY_APP);
  return buildPackage(entry).finally(() => rm(folder, { recursive: true }));
}

async function coldLoad(folder: string): Promise<number> {
  const wrapper = join(folder, 'zapierwrapper.js');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '--eval',
    TIMER,
    wrapper,
  ]);
  return Number(stdout);
}

if (process.argv[1] === import.meta.filename)
  console.log(JSON.stringify(await measureZapierPackage(), null, 2));
