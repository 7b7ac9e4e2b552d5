import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'shared', 'SECURITY.md'), 'utf8');
const named = [...new Set(page.match(/`test\/[^`]+`/g)?.map((text) => text.slice(1, -1)))];

it.each(named)('The security page names %s, which is there', (path) => {
  const [folder = ''] = path.split('/*/');
  expect(existsSync(join(ROOT, folder))).toBe(true);
});

it('The security page names a test beside each way in', () => {
  const rows = page.split('## Where somebody could get in')[1]?.split('\n\n')[1]?.split('\n').slice(2) ?? [];
  expect(rows.length).toBeGreaterThan(8);
  expect(rows.filter((row) => !row.includes('`test/'))).toEqual([]);
});
