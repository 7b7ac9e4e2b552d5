import { expect, it } from '@jest/globals';
import { appFiles } from '../../make-app/app.ts';

/** Bytes that a file of code may have; Make's own limit for a section is not documented. */
const BUDGET = 310_000;

it('No file of the generated code is larger than its budget.', () => {
  const sizes = [...appFiles()]
    .filter(([path]) => path.endsWith('.json'))
    .map(([path, content]) => [Buffer.byteLength(content), path] as const)
    .sort(([one], [other]) => other - one);
  const [size, path] = sizes[0] as (typeof sizes)[number];
  process.stdout.write(`make-app: the largest file is ${path} with ${size} bytes\n`);
  expect(size).toBeLessThan(BUDGET);
});
