import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fromEnvironment, renewal } from '../../../blueprints/doctor/from-environment.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { inWorld } from '../../crash/every-call.ts';
import { runCommand } from '../../sandbox/doctor/run-command.ts';
import type { World } from '../../sandbox/world.ts';

async function run(argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const printed: string[] = [];
  const complained: string[] = [];
  const exitCode = await runCommand({
    arguments: argv,
    environment,
    print: (text) => void printed.push(text),
    complain: (text) => void complained.push(text),
  });
  return { exitCode, printed: printed.join(''), complained: complained.join('') };
}

const FAST = ['--sandbox', '--signals', 'new-lead'];

describe('The command npm run doctor', () => {
  it('ends well in the sandbox, with a table', async () => {
    const { exitCode, printed, complained } = await run(FAST);
    expect([exitCode, complained]).toEqual([0, '']);
    expect(printed).toMatch(/^pass {7}api-access {4}Does Salesforce answer the connection\?\n/);
    expect(printed).toContain('not asked  rooms');
    expect(printed).toMatch(/\n\nReady\. Checks passed: \d+, with a problem: 0, /);
  });

  it('ends with 1 where something stands in the way, and prints nothing but JSON when asked', async () => {
    const { exitCode, printed } = await run([...FAST, '--fault', 'hidden-field', '--json']);
    expect(exitCode).toBe(1);
    const { ready, checks } = JSON.parse(printed);
    expect(ready).toBe(false);
    expect(checks.find(({ check }: { check: string }) => check === 'fields')).toEqual({
      check: 'fields',
      question: expect.any(String),
      state: 'problem',
      findings: [
        {
          weight: 'problem',
          says: 'Lead.Rating is hidden from the integration user, or the org has no such field.',
          fix: expect.stringContaining('Object Manager > Lead > Fields & Relationships > Rating >'),
        },
      ],
    });
  });

  it.each([
    [['--sandbox', '--fault'], 'names no fault'],
    [['--sandbox', '--fault', 'hidden-filed'], 'there is no fault "hidden-filed"'],
  ])('lists the faults for %j', async (argv, reason) => {
    const { exitCode, complained } = await run(argv);
    expect(exitCode).toBe(1);
    expect(complained).toContain(reason);
    expect(complained).toMatch(/\n {2}hidden-field +field-level security hides fields/);
  });

  it('has no faults outside the sandbox', async () => {
    expect((await run(['--fault', 'no-ledger'])).complained).toContain('Add --sandbox');
  });

  it('says what to set where the environment holds no token, and how it works without an account', async () => {
    const { exitCode, complained } = await run([]);
    expect(exitCode).toBe(1);
    expect(complained).toContain('SALESFORCE_ACCESS_TOKEN');
    expect(complained).toContain('npm run doctor -- --sandbox');
  });

  it('is not ready where one side could not be asked', async () => {
    const { exitCode, printed } = await run(['--signals', 'new-lead'], { SLACK_BOT_TOKEN: 'xoxp-1' });
    expect(exitCode).toBe(1);
    expect(printed).toMatch(/not asked {2}api-access .*set SALESFORCE_INSTANCE_URL/);
    expect(printed).toContain('this is the token of a person');
    expect(printed).not.toContain('xoxp-1');
  });
});

describe('The command npm run doctor on a connection', () => {
  const connectionTo = ({ salesforce, slack }: World) => {
    const { accessToken, refreshToken } = salesforce.issueToken();
    return {
      DEALWIRE_SALESFORCE_LOGIN_URL: salesforce.url,
      DEALWIRE_SLACK_API_URL: `${slack.url}/api/`,
      SALESFORCE_INSTANCE_URL: salesforce.url,
      SALESFORCE_ACCESS_TOKEN: accessToken,
      SALESFORCE_REFRESH_TOKEN: refreshToken ?? '',
      SALESFORCE_CLIENT_ID: salesforce.client.clientId,
      SALESFORCE_CLIENT_SECRET: salesforce.client.clientSecret,
      SLACK_BOT_TOKEN: slack.token,
    };
  };

  it('takes everything from the environment, leaves nothing behind, and prints no token', () =>
    inWorld(async (world) => {
      const environment = connectionTo(world);
      const { exitCode, printed } = await run(['--ways', 'poll,replay,push', '--try-room'], environment);
      expect([exitCode, printed.match(/^not asked|^problem|^notice/gm)]).toEqual([0, null]);
      for (const [name, value] of Object.entries(environment))
        if (/TOKEN|SECRET/.test(name)) expect(printed).not.toContain(value);
      expect(world.salesforce.records('Dealwire_Delivery__c')).toEqual([]);
      expect(world.slack.channels().filter(({ name }) => name.startsWith('dealwire-doctor'))).toMatchObject([
        { archived: true, isPrivate: true },
      ]);
    }));

  it('does not wait again for a side that does not answer', () =>
    inWorld(async (world) => {
      const environment = connectionTo(world);
      world.salesforce.intercept(({ path }) => (path.startsWith('/services/data') ? 'before' : undefined));
      const { exitCode, printed } = await run([], environment);
      expect(exitCode).toBe(1);
      expect(printed).toMatch(/^problem {4}api-access/);
      expect(printed).toMatch(/\nnot asked {2}rows .*could not be reached/);
      expect(world.salesforce.calls.length).toBeLessThan(40);
    }));
});

it('npm run doctor is that command', async () => {
  const [, main = ''] = /(\S+\.ts)$/.exec(packageJson.scripts.doctor) ?? [];
  const program = join(import.meta.dirname, '..', '..', '..', main);
  const ended = await promisify(execFile)(process.execPath, [program, ...FAST, '--fault', 'no-ledger']).then(
    () => undefined,
    (error: { readonly code: number; readonly stdout: string }) => error,
  );
  expect(ended?.code).toBe(1);
  expect(ended?.stdout).toMatch(/problem {4}ledger .*\n.*\n.*npm run setup:salesforce -- --target-org ALIAS/);
}, 60_000);

describe('A connection from the environment', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it.each([
    ['https://acme.example'],
    ['http://acme.my.salesforce.com'],
    ['https://acme.my.salesforce.com.evil.example'],
  ])('sends no token to %s', (url) => {
    const { salesforce } = fromEnvironment({ SALESFORCE_INSTANCE_URL: url, SALESFORCE_ACCESS_TOKEN: 'x' });
    expect(salesforce).toMatchObject({ problem: { name: 'InvalidInputError' } });
  });

  it.each([
    ['login.example.com', 'is not a login host of Salesforce'],
    ['evil.my.salesforce.com.example', 'is not a login host of Salesforce'],
  ])('renews no sign-in at %s', (host, reason) => {
    const secrets = { refreshToken: 'r', id: 'i', secret: 's' };
    expect(() => renewal({ ...secrets, host }, fetch)).toThrow(reason);
  });

  it('renews it at the login host, a sandbox or My Domain', async () => {
    for (const host of [undefined, 'test.salesforce.com', 'acme.my.salesforce.com']) {
      const asked: string[] = [];
      const send = async (url: string) => {
        asked.push(url);
        return Response.json({ error: 'invalid_grant' }, { status: 400 });
      };
      const signIn = renewal({ refreshToken: 'r', id: 'i', secret: 's', host }, send);
      expect(await signIn()).toEqual({ status: 400, body: { error: 'invalid_grant' } });
      expect(asked).toEqual([`https://${host ?? 'login.salesforce.com'}/services/oauth2/token`]);
    }
  });
});
