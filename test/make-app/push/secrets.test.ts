import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GENERATED, KEY, leaveConnectionOnly, openPushing, type Pushing, writes } from './pushing.ts';

const ID = 'consumer-key-of-the-app';
const SECRET = 'consumer-secret-of-the-app';
const GIVEN = { SALESFORCE_CLIENT_ID: ID, SALESFORCE_CLIENT_SECRET: SECRET };

let pushing: Pushing;
beforeEach(async () => {
  pushing = await openPushing(GENERATED);
  leaveConnectionOnly(pushing.folder);
});
afterEach(() => pushing.close());

function commonOfConnection(): unknown {
  return [...(pushing.api.apps.get('dealwire-ab12cd')?.components.connections.values() ?? [])][0]?.common;
}

describe('the API key', () => {
  it('is sent in one header and shown nowhere', async () => {
    const runs = [await pushing.push(), await pushing.push(['--dry-run']), await pushing.push(['--json'])];
    for (const { out, err } of runs) expect(out + err).not.toContain(KEY);
    for (const { path, query, body, headers } of pushing.server.calls) {
      expect(headers.get('authorization')).toBe(`Token ${KEY}`);
      headers.delete('authorization');
      expect(`${path}${query}${body}${JSON.stringify([...headers])}`).not.toContain(KEY);
    }
  });

  it('is asked for in a terminal when the environment has none, and not echoed', async () => {
    const { code, out, err } = await pushing.push(['--dry-run'], { MAKE_API_KEY: undefined }, KEY);
    expect(err).toContain('API key of Make (not shown): \n');
    expect(out + err).not.toContain(KEY);
    expect(code).toBe(0);
  });

  it('is not asked for when the environment has one', async () => {
    expect((await pushing.push(['--dry-run'], {}, 'never read')).err).not.toContain('not shown');
  });

  it('is refused as an argument by the command itself', async () => {
    const command = promisify(execFile)(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      'make-app/push/main.ts',
      '--zone',
      'eu2.make.com',
      `--api-key=${KEY}`,
    ]);
    const { code, stdout, stderr } = await command.catch((error) => error);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('--api-key: a key or secret is never an argument.');
    expect(stderr).not.toContain(KEY);
  });
});

describe('the consumer key and secret of Salesforce', () => {
  it('are set in the common data of the connection when given', async () => {
    await pushing.push([], GIVEN);
    expect(commonOfConnection()).toEqual({ clientId: ID, clientSecret: SECRET });
  });

  it('are left as they are on Make when not given', async () => {
    await pushing.push([], GIVEN);
    pushing.server.forget();
    await pushing.push();
    expect(commonOfConnection()).toEqual({ clientId: ID, clientSecret: SECRET });
    expect(pushing.server.calls.some(({ path }) => path.endsWith('/common'))).toBe(false);
  });

  it('are not sent again when Make has them, and alone when they changed', async () => {
    await pushing.push([], GIVEN);
    pushing.server.forget();
    await pushing.push([], GIVEN);
    expect(writes(pushing)).toEqual([]);
    await pushing.push([], { ...GIVEN, SALESFORCE_CLIENT_SECRET: 'secret-of-another-app' });
    expect(writes(pushing)).toEqual(['PUT /connections/dealwire-ab12cd/common']);
  });

  it('are shown neither by a dry run nor by a failure, and stay out of URLs', async () => {
    const runs = [await pushing.push(['--dry-run'], GIVEN), await pushing.push([], GIVEN)];
    runs.push(
      await pushing.push(['--dry-run'], { ...GIVEN, SALESFORCE_CLIENT_SECRET: 'secret-of-another-app' }),
    );
    pushing.server.intercept(({ path, method }) =>
      method === 'PUT' && path.endsWith('/common')
        ? Response.json({ message: `cannot take ${SECRET}!` }, { status: 400 })
        : undefined,
    );
    runs.push(await pushing.push([], { ...GIVEN, SALESFORCE_CLIENT_ID: 'another' }));
    for (const { out, err } of runs) expect(out + err).not.toMatch(/consumer-|secret-of-another-app/);
    expect(runs[0]?.out).toContain('+ clientSecret: (not shown)');
    expect(runs[2]?.out).toContain('- clientSecret: (not shown, differs)');
    expect(runs.at(-1)?.err).toContain('cannot take (secret)!');
    for (const { path, query } of pushing.server.calls) expect(`${path}${query}`).not.toContain('consumer');
  });
});
