import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { icon } from './page/page.ts';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
}

/** Weights of the page's font, which is also Slack's. */
const WEIGHTS = ['400', '700', '900'] as const;

/** The files of the page by their paths; they are read once. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const read = (file: string) => readFile(join(import.meta.dirname, file), 'utf8');
  const script = await transform(await read('client/client.ts'), {
    loader: 'ts',
    format: 'iife',
    target: 'es2022',
  });
  const fonts = await Promise.all(WEIGHTS.map(font));
  return new Map<string, Asset>([
    [
      '/style.css',
      { type: 'text/css', body: `${await read('style/page.css')}\n${await read('style/slack.css')}` },
    ],
    ['/picture.css', { type: 'text/css', body: await read('style/picture.css') }],
    ['/client.js', { type: 'text/javascript', body: script.code }],
    ['/icon.svg', { type: 'image/svg+xml', body: icon.html }],
    ...fonts,
  ]);
}

async function font(weight: string): Promise<readonly [string, Asset]> {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/lato/package.json'));
  const body = await readFile(join(folder, 'files', `lato-latin-${weight}-normal.woff2`));
  return [`/lato-${weight}.woff2`, { type: 'font/woff2', body }];
}
