import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/** Switches of the shipped browser that are for a cloud function, or weaken what the tests are to see. */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
];

/** Why there is no browser on this machine. */
export interface NoBrowser {
  readonly reason: string;
}

/**
 * Starts a headless Chromium: the one that `npm ci` brought, which is built for Linux on x64, or an installed Chrome. Tells
 * why if neither runs.
 */
export async function launchBrowser(): Promise<Browser | NoBrowser> {
  try {
    return await chromium.launch(await launchOptions());
  } catch (error) {
    const lines = (error instanceof Error ? error.message : String(error)).split('\n');
    const cause = lines.find((line) => line.includes('error while loading')) ?? lines[0] ?? '';
    return { reason: cause.trim() };
  }
}

async function launchOptions(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const { default: shipped } = await import('@sparticuz/chromium');
  return {
    executablePath: await shipped.executablePath(),
    args: shipped.args.filter((argument) => !UNWANTED.includes(argument)),
  };
}
