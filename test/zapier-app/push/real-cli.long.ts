import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPackage } from '../../sandbox/zapier/build-package.ts';
import { DEPLOY_KEY, openReal, type Pushed } from './pushing.ts';

type Real = Awaited<ReturnType<typeof openReal>>;

/** zapier-platform-cli itself, before a stand-in of Zapier's API: each run takes seconds. */
describe('The real command line', () => {
  let real: Real;
  beforeAll(async () => {
    real = await openReal(await buildPackage());
  }, 120_000);
  afterAll(() => real.close());

  const settings = { SALESFORCE_CLIENT_ID: 'consumer-key-1', SALESFORCE_CLIENT_SECRET: 'consumer-secret-1' };
  const failed = ({ code, err }: Pushed) => {
    expect(code).toBe(1);
    expect(err).not.toContain(DEPLOY_KEY);
    return err;
  };

  it('uploads the built package and its settings, and is understood when the version is there', async () => {
    const { code, out, err } = await real.push(['--app', '123'], settings);
    expect([code, err]).toEqual([0, expect.stringContaining('settings: set')]);
    expect(out).toContain('return/App123CLIAPI/');
    const version = real.account.integrations[0]?.versions.get('0.1.0');
    expect(
      Buffer.from(version?.zip ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(version?.environment).toEqual({ CLIENT_ID: 'consumer-key-1', CLIENT_SECRET: 'consumer-secret-1' });
    expect(failed(await real.push([]))).toContain('Zapier has version 0.1.0 already');
    const again = await real.push(['--replace', '--json']);
    expect(JSON.parse(again.out)).toMatchObject({
      version: '0.1.0',
      replaced: true,
      settings: 'there',
      app: 'App123CLIAPI@0.1.0',
    });
  }, 240_000);

  it('is understood when it refuses', async () => {
    Object.assign(real.account, { refuseUpload: 'The integration is invalid' });
    expect(failed(await real.push(['--bump', 'patch']))).toMatch(
      /uploading version 0\.1\.1: "http\S+" returned "400" saying "The integration is invalid"\nCorrect what Zapier names/,
    );
    Object.assign(real.account, { refuseUpload: undefined, deployKey: 'another' });
    expect(failed(await real.push([]))).toMatch(/returned "401".*\nLog in: /);
  }, 240_000);
});
