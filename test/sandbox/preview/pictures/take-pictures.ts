import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demos } from '../../signal/demos.ts';
import { startPreview } from '../preview.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');

/** Where the picture of what a signal makes in Slack is, from the project's folder. */
export function pictureOf(signal: string): string {
  return join('blueprints', signal, 'picture.png');
}

/** Where the picture of the page is, from the project's folder. */
export const PAGE_PICTURE = join('test', 'sandbox', 'preview', 'picture.png');

/** Pixels of a conversation as wide as a README shows it, with a margin. */
const SLACK: Size = { width: 800, height: 600, scale: 1 };
const PAGE: Size = { width: 1280, height: 760, scale: 0.7 };

/** Pixels of CSS, and how many of the picture each is. */
interface Size {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/**
 * Takes every picture anew and names the files. The sandbox has its own clock, and the pictures show no measured times, so that
 * the same code makes the same pictures.
 */
export async function takePictures(browser: Browser): Promise<readonly string[]> {
  const preview = await startPreview({ stopwatch: () => 0 });
  const taken: string[] = [];
  try {
    for (const { signal } of demos) {
      const page = await ranPage(browser, `${preview.url}${signal}`, SLACK);
      await page.addStyleTag({ url: '/picture.css' });
      taken.push(await keep(pictureOf(signal), await page.locator('#slack-result').screenshot()));
      await page.context().close();
    }
    const page = await ranPage(browser, `${preview.url}${demos[0]?.signal}`, PAGE);
    taken.push(await keep(PAGE_PICTURE, await page.screenshot()));
  } finally {
    await preview.close();
  }
  return taken;
}

async function ranPage(browser: Browser, url: string, { scale, ...viewport }: Size): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    colorScheme: 'light',
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  // A click would scroll, and what has scrolled is not drawn the same to the last pixel.
  await page.evaluate('document.querySelector("#run").click()');
  await page.waitForSelector('#run[aria-disabled=false]');
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
  return page;
}

async function keep(path: string, picture: Buffer): Promise<string> {
  const file = join(PROJECT, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, picture);
  return path;
}
