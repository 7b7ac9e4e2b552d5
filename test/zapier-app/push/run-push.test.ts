import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPushing, type Pushed, type Pushing, stored } from './pushing.ts';

let pushing: Pushing;
beforeEach(() => {
  pushing = openPushing();
});
afterEach(() => pushing.close());

const SETTINGS = { SALESFORCE_CLIENT_ID: 'consumer-key-1', SALESFORCE_CLIENT_SECRET: 'consumer-secret-1' };
const versions = () => pushing.account.integrations[0]?.versions ?? new Map();

function failed({ code, out, err }: Pushed): string {
  expect([code, out]).toEqual([1, '']);
  expect(err).not.toContain('undefined');
  return err;
}

describe('A push to Zapier', () => {
  it('checks, builds, uploads, sets the settings and says what comes next', async () => {
    const { code, out, err } = await pushing.push([], { environment: SETTINGS });
    expect([code, err.split('\n')]).toEqual([
      0,
      [
        'integration "Dealwire" (123): found',
        'version 0.1.0: new',
        'package: valid, built',
        'package: uploaded',
        'settings: set',
        '',
      ],
    ]);
    expect(out.split('\n')).toEqual([
      'Version 0.1.0 is in "Dealwire" (123).',
      'Callback URL for the External Client App: https://zapier.com/dashboard/auth/oauth/return/App123CLIAPI/',
      'For the blueprints: npm run blueprints -- --zapier-app App123CLIAPI@0.1.0',
      '',
    ]);
    expect(versions().get('0.1.0')?.environment).toEqual({
      CLIENT_ID: 'consumer-key-1',
      CLIENT_SECRET: 'consumer-secret-1',
    });
    expect(pushing.runs).toEqual([
      'integrations --format raw',
      'versions --all --format raw',
      'upload',
      'settings 0.1.0 CLIENT_ID CLIENT_SECRET',
      'versions --all --format raw',
    ]);
  });

  it('changes nothing in a dry run, not even a file', async () => {
    const { code, out } = await pushing.push(['--dry-run', '--bump', 'minor'], { environment: SETTINGS });
    expect(code).toBe(0);
    expect(out).toContain('Nothing was uploaded. Version 0.2.0 would go to "Dealwire" (123).');
    expect(versions().size).toBe(0);
    expect(pushing.version()).toBe('0.1.0');
    expect(pushing.runs).toEqual(['integrations --format raw', 'versions --all --format raw']);
  });

  it('prints one JSON document when asked', async () => {
    versions().set('0.0.9', stored('0.0.9', { user_count: 3 }));
    const { out } = await pushing.push(['--json']);
    expect(JSON.parse(out)).toEqual({
      app: 'App123CLIAPI@0.1.0',
      integration: { id: 123, title: 'Dealwire' },
      version: '0.1.0',
      replaced: false,
      dryRun: false,
      settings: 'there',
      callbackUrl: 'https://zapier.com/dashboard/auth/oauth/return/App123CLIAPI/',
      liveZaps: [
        expect.stringMatching(
          /^3 people have Zaps with version 0\.0\.9: they stay there.*migrate 0\.0\.9 0\.1\.0/,
        ),
      ],
    });
  });

  it.each([
    ['patch', '0.1.1'],
    ['minor', '0.2.0'],
    ['major', '1.0.0'],
  ])('raises the version by --bump %s in package.json and pushes that', async (bump, version) => {
    versions().set('0.1.0', stored('0.1.0', { user_count: 2 }));
    const { code, out } = await pushing.push(['--bump', bump]);
    expect(code).toBe(0);
    expect(pushing.version()).toBe(version);
    expect([...versions().keys()]).toEqual(['0.1.0', version]);
    expect(out).toContain('2 people have Zaps with version 0.1.0: they stay there');
    expect(readFileSync(join(pushing.folder, 'package.json'), 'utf8')).toMatch(
      /"name": "dealwire-zapier",\n {2}"version"/,
    );
  });

  it('replaces a version only when told, and says who runs the new code from now on', async () => {
    versions().set('0.1.0', stored('0.1.0', { user_count: 1 }));
    expect((await pushing.push(['--replace'])).out).toContain(
      '1 person has Zaps with version 0.1.0: they run the new code from now on.',
    );
  });

  it('keeps the settings that Zapier copied, and reads none from the environment', async () => {
    versions().set('0.0.9', stored('0.0.9'));
    expect((await pushing.push()).err).toContain('settings: there');
    expect(pushing.runs).not.toContain(expect.stringMatching(/^settings/));
  });

  it('asks for missing settings at a terminal, unseen', async () => {
    const { err } = await pushing.push([], { typed: ['typed-key', 'typed-secret'] });
    expect(err).toContain('Consumer secret of the External Client App (not shown): ');
    expect(err).not.toContain('typed-');
    expect(versions().get('0.1.0')?.environment).toEqual({
      CLIENT_ID: 'typed-key',
      CLIENT_SECRET: 'typed-secret',
    });
  });

  it('says what is missing where nobody can type', async () => {
    expect((await pushing.push()).out).toContain(
      'set SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET in the environment',
    );
  });

  it('links the folder to the integration that is named', async () => {
    pushing.close();
    pushing = openPushing(null);
    pushing.account.integrations.push({
      id: 456,
      title: 'Sales tools',
      description: '',
      versions: new Map(),
    });
    for (const app of ['456', 'App456', 'App456CLIAPI']) {
      expect((await pushing.push(['--app', app, '--replace'])).code).toBe(0);
      expect(JSON.parse(readFileSync(join(pushing.folder, '.zapierapprc'), 'utf8'))).toEqual({
        id: 456,
        key: 'App456',
      });
    }
  });
});

describe('A push to Zapier is refused, and says what to do,', () => {
  afterEach(() => expect(pushing.runs).not.toContain('upload'));

  it('when nobody is logged in', async () => {
    const err = failed(await pushing.push([], { loggedIn: false }));
    expect(err).toBe(
      'Zapier’s command line failed while listing your integrations: File ~/.zapierrc not found. Please run `zapier-platform login`.\nLog in: npx zapier-platform login (with --sso if you sign in with Google or the like); where nobody can type, set ZAPIER_DEPLOY_KEY to a deploy key (developer.zapier.com, Deploy Keys).\n',
    );
  });

  it('when the folder is linked to nothing', async () => {
    pushing.close();
    pushing = openPushing(null);
    expect(failed(await pushing.push())).toMatch(
      /linked to no integration\.\nThe account has "Dealwire" \(123\)\. Name yours: npm run push:zapier -- --app ID; or register a new one: /,
    );
    pushing.account.integrations.length = 0;
    expect(failed(await pushing.push())).toContain('The account has no integration yet.');
    expect(existsSync(join(pushing.folder, '.zapierapprc'))).toBe(false);
  });

  it('when the integration is somebody else’s', async () => {
    expect(failed(await pushing.push(['--app', '999']))).toMatch(
      /You have no access to the integration 999, or there is none\.\nThe account has "Dealwire" \(123\)\. Log in as somebody in its team/,
    );
  });

  it('when the linked integration is another app, unless it is named', async () => {
    Object.assign(pushing.account.integrations[0] ?? {}, { title: 'Billing' });
    expect(failed(await pushing.push())).toMatch(
      /is linked to the integration "Billing" \(123\), which is not called Dealwire\.\nIf it is the right one, run npm run push:zapier -- --app 123/,
    );
    expect((await pushing.push(['--app', '123', '--dry-run'])).code).toBe(0);
  });

  it('when the link cannot be read', async () => {
    writeFileSync(join(pushing.folder, '.zapierapprc'), '{');
    expect(failed(await pushing.push())).toContain('names no integration.\nDelete it');
  });

  it('when Zapier has the version already', async () => {
    versions().set('0.1.0', stored('0.1.0', { user_count: 2 }));
    expect(failed(await pushing.push())).toMatch(
      /Zapier has version 0\.1\.0 already, and 2 people have Zaps with it\.\nRaise it: npm run push:zapier -- --bump patch \(now 0\.1\.0, then 0\.1\.1; .*--replace: Zaps that use it run the new code from then on\./,
    );
  });

  it.each([
    'promoted',
    'deprecated',
  ] as const)('when the version is %s, whatever is wished', async (status) => {
    versions().set('0.1.0', stored('0.1.0', { lifecycle: { status } }));
    expect(failed(await pushing.push(['--replace']))).toContain(
      `Zapier has version 0.1.0 already, and it is ${status}.\nRaise it`,
    );
  });

  it('when Zapier’s validation refuses the package', async () => {
    const build = async () => {
      throw new Error('creates.open_deal_room.display.label is too long');
    };
    expect(failed(await pushing.push([], { build }))).toMatch(
      /validation refuses the integration, and nothing was uploaded:\ncreates\.open_deal_room\.display\.label is too long\nCorrect what is named/,
    );
  });

  it.each([
    [['--app', 'mine'], '--app: is no number of an integration'],
    [['--bump', 'huge'], '--bump: "huge" is unknown'],
    [['--verbose'], '--verbose: is unknown'],
    [['--deploy-key', 'abc'], '--deploy-key: a key or secret is never an argument'],
    [['CLIENT_SECRET=abc'], 'Arguments: one has no name; a key is never an argument'],
  ])('for the arguments %j', async (argv, message) => {
    const err = failed(await pushing.push(argv));
    expect(err).toContain(message);
    expect(err).not.toContain('abc');
    expect(pushing.runs).toEqual([]);
  });

  it('for half of the settings, before anything is asked', async () => {
    const { SALESFORCE_CLIENT_ID } = SETTINGS;
    const err = failed(await pushing.push([], { environment: { SALESFORCE_CLIENT_ID } }));
    expect(err).toContain('SALESFORCE_CLIENT_SECRET: is not set, but the other half is');
    expect(pushing.runs).toEqual([]);
  });
});

it('An upload that Zapier refuses leaves the version as it was, and says why', async () => {
  Object.assign(pushing.account, { refuseUpload: 'Version 0.1.1 is the production version' });
  const err = failed(await pushing.push(['--bump', 'patch']));
  expect(pushing.version()).toBe('0.1.0');
  expect(err).toContain('failed while uploading version 0.1.1: "https://zapier.com');
  expect(err).toContain('Raise the version: npm run push:zapier -- --bump patch');
});
