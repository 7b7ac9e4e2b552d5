import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { demos } from '../../signal/demos.ts';
import { PAGE_PICTURE, pictureOf } from './take-pictures.ts';

/** Bytes that a picture may have. */
const MOST_BYTES = 130_000;

describe('A picture', () => {
  it.each([
    ...demos.map(({ signal }) => pictureOf(signal)),
    PAGE_PICTURE,
  ])('is at %s, small, as npm run docs:pictures takes it', async (path) => {
    const picture = await readFile(path);
    expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect((await stat(path)).size).toBeLessThan(MOST_BYTES);
  });

  it.each(
    demos.map(({ signal }) => signal),
  )('of %s is shown by its README, with words for who cannot see it', async (signal) => {
    const readme = join(dirname(pictureOf(signal)), 'README.md');
    if (!existsSync(readme)) return;
    expect(await readFile(readme, 'utf8')).toMatch(/!\[[^\]]{20,}\]\(picture\.png\)/);
  });

  it('of the page is shown by the README', async () => {
    expect(await readFile('README.md', 'utf8')).toContain(`](${PAGE_PICTURE})`);
  });
});
