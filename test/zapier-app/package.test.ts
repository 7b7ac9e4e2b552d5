import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import app from '../../zapier-app/index.ts';
import type { AppRuntime } from '../sandbox/zapier/app-runtime.ts';
import { buildPackage } from '../sandbox/zapier/build-package.ts';
import { packageRuntime } from '../sandbox/zapier/package-runtime.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';

describe('the built package', () => {
  let zip: string;
  let runtime: AppRuntime;

  beforeAll(async () => {
    zip = await buildPackage();
    runtime = await packageRuntime(zip);
  }, 120_000);
  afterAll(() => runtime.close());

  it('defines exactly what the source defines', async () => {
    expect(runtime.definition).toEqual((await sourceRuntime(app)).definition);
  });

  it('stays under 10 MB', async () => {
    expect((await stat(zip)).size).toBeLessThan(10_000_000);
  });

  it('reports what the platform asks for and it does not have', async () => {
    await expect(runtime.execute('creates.nothing.operation.perform', {})).rejects.toMatchObject({
      name: 'Error',
      message: expect.stringContaining('Could not find the method to call'),
    });
  });
});
