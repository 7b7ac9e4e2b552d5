import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEXTS } from '../../../blueprints/salesforce/setup/options.ts';
import { runSetup } from '../../../blueprints/salesforce/setup/run-setup.ts';
import { salesforceCli } from '../../../blueprints/salesforce/setup/salesforce-cli.ts';
import { type FakeCli, fakeCli, fakeProgram } from './fake-cli.ts';

const source = join(import.meta.dirname, '..', '..', '..', 'blueprints', 'salesforce');

let cli: FakeCli;
let home: string;
let target: string;
beforeEach(() => {
  cli = fakeCli();
  home = realpathSync(mkdtempSync(join(tmpdir(), 'setup-')));
  target = join(home, 'salesforce');
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Runs the command with the fake CLI, and tells what it said. */
async function setUp(text: string, run = cli.cli) {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runSetup({
    arguments: text.split(' ').filter(Boolean),
    cli: run,
    source,
    target,
    print: (line) => void out.push(line),
    complain: (line) => void err.push(line),
  });
  expect([...out, ...err].join('\n')).not.toContain('SECRET-SESSION');
  return { exitCode, out: out.join('\n'), err: err.join('\n') };
}

const commands = () => cli.runs.map(({ command }) => command);
const deployment = () => commands().find((command) => command.startsWith('project deploy start'));

/** A run that ended with one message and one remedy. */
async function failing(text: string): Promise<string> {
  const { exitCode, err } = await setUp(text);
  expect(exitCode).toBe(1);
  return err;
}

/** A deployment that the org refuses. */
const refused = (result: object) => ({
  output: { status: 1, result: { status: 'Failed', success: false, ...result }, warnings: [] },
  exitCode: 1,
});

describe('The set-up of Salesforce', () => {
  it('says what it deploys where, deploys it, and assigns the permission sets', async () => {
    const { exitCode, out, err } = await setUp('--target-org acme --user bot@acme.example --parts core,push');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Salesforce CLI 2.150.6',
      'Org Acme (00D000000000001EAA), Enterprise Edition, no sandbox, signed in as admin@acme.example',
      `To deploy (core, push), from ${target}:`,
    ]);
    expect(out).toContain('  CustomField Dealwire_Delivery__c.Key__c\n');
    expect(out).toContain('  ApexTrigger DealwireLead\n');
    expect(out).toMatch(
      /Deployed components: 21\. Apex tests passed: 8\.\nAssigned to bot@acme\.example: Dealwire_Core, Dealwire_Push\.$/,
    );
    expect(commands()).toEqual([
      '--version',
      'org display --target-org acme --json',
      'data get record --sobject Organization --record-id 00D000000000001EAA --target-org acme --json',
      'project deploy start --target-org acme --source-dir core --source-dir push --test-level RunSpecifiedTests --tests DealwirePushTest --ignore-conflicts --wait 60 --json',
      'org assign permset --name Dealwire_Core --name Dealwire_Push --on-behalf-of bot@acme.example --target-org acme --json',
    ]);
    expect(cli.runs.at(-1)?.folder).toBe(target);
  });

  it('deploys core alone unless told, without tests, and says which permission set is left to assign', async () => {
    const { out } = await setUp('--target-org acme');
    expect(deployment()).toBe(
      'project deploy start --target-org acme --source-dir core --ignore-conflicts --wait 60 --json',
    );
    expect(out).toContain('Assign to the integration user (Setup > Permission Sets): Dealwire_Core.');
    expect(readdirSync(target).sort()).toEqual(['core', 'sfdx-project.json']);
  });

  it('changes nothing in a dry run', async () => {
    const { out } = await setUp('--target-org acme --user bot@acme.example --dry-run');
    expect(deployment()).toMatch(/ --dry-run --json$/);
    expect(out).toMatch(/The org would take all 21 components\..* Nothing was changed\.$/);
    expect(commands().some((command) => command.startsWith('org assign'))).toBe(false);
  });

  it('writes what the account chose into the copy, beside the sources of the Apex', async () => {
    await setUp(
      '--target-org acme --parts core,push --fields Opportunity.ARR__c --objects Opportunity,Account',
    );
    const read = (path: string) => readFileSync(join(target, path), 'utf8');
    expect(read('core/permissionsets/Dealwire_Core.permissionset-meta.xml')).toContain('Opportunity.ARR__c');
    expect(readdirSync(join(target, 'push', 'triggers'))).toEqual([
      'DealwireOpportunity.trigger',
      'DealwireOpportunity.trigger-meta.xml',
    ]);
    expect(read('push/classes/DealwirePush.cls')).toBe(
      readFileSync(join(source, 'push/classes/DealwirePush.cls'), 'utf8'),
    );
  });

  it('deploys flows for the webhooks given, in the name of the user', async () => {
    await setUp(
      '--target-org acme --parts flow-push --user bot@acme.example --case-url https://hook.eu1.make.com/abc --priorities Critical',
    );
    const workflow = readFileSync(join(target, 'flow-push/workflows/Case.workflow-meta.xml'), 'utf8');
    expect(workflow).toContain('<endpointUrl>https://hook.eu1.make.com/abc</endpointUrl>');
    expect(workflow).toContain('<integrationUser>bot@acme.example</integrationUser>');
    expect(existsSync(join(target, 'flow-push/workflows/Lead.workflow-meta.xml'))).toBe(false);
  });
});

it('The README explains every option', () => {
  const readme = readFileSync(join(source, 'README.md'), 'utf8');
  for (const name of [...TEXTS, 'dry-run', 'sandbox-only'])
    expect(readme).toMatch(new RegExp(`^\\|.*\`--${name}[ \`].*\\|$`, 'm'));
});

it('The command runs the program sf of the PATH, in the folder that it deploys', async () => {
  mkdirSync(target);
  const program = fakeProgram(home);
  const { exitCode, out } = await setUp('--target-org acme', salesforceCli({ PATH: program.path }));
  expect([exitCode, out]).toEqual([0, expect.stringContaining('Deployed components: 21.')]);
  const [version, , , deployed] = program.runs();
  expect(version).toMatch(/ --version$/);
  expect(deployed?.startsWith(`${target} project deploy start `)).toBe(true);
});

it('npm run setup:salesforce is that command, and ends with 1 when something is wrong', async () => {
  const main = join(source, 'setup', 'main.ts');
  const [exitCode, err] = await new Promise<readonly [unknown, string]>((resolve) =>
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', main], (error, _out, printed) =>
      resolve([error?.code, printed]),
    ),
  );
  expect(exitCode).toBe(1);
  expect(err).toMatch(/^--target-org: is missing\.\nName the org/);
  expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts['setup:salesforce']).toMatch(
    /blueprints\/salesforce\/setup\/main\.ts$/,
  );
});

describe('The set-up asks nothing of the CLI', () => {
  afterEach(() => expect(cli.runs).toEqual([]));

  it.each([
    ['', '--target-org: is missing'],
    ['--target-org', '--target-org: needs a value'],
    ['--target-org acme;rm', '--target-org: "acme;rm" has the wrong form'],
    ['--target-org acme extra', 'extra: has no name'],
    ['--target-org acme --part core', '--part: is unknown'],
    [
      '--target-org acme --parts core,pull',
      '--parts: pull is unknown.\nChoose from core, replay, write-back, push',
    ],
    ['--target-org acme --parts ,', '--parts: names nothing'],
    ['--target-org acme --objects Deal', '--objects: Deal is unknown'],
    [
      '--target-org acme --fields ARR__c',
      '--fields: "ARR__c" has the wrong form.\nWrite it like Opportunity.ARR__c',
    ],
    ['--target-org acme --user bot', '--user: "bot" has the wrong form'],
    [
      '--target-org acme --parts flow-push --case-url http://a.example/x',
      '--case-url: "http://a.example/x" has',
    ],
    ['--target-org acme --parts flow-push --user a@b.example', '--parts flow-push: needs a webhook of Make'],
    [
      '--target-org acme --parts flow-push --case-url https://a.example/x',
      '--parts flow-push: needs a webhook',
    ],
    ['--target-org acme --parts client-app', '--parts client-app: needs somebody'],
  ])('for the arguments "%s"', async (text, message) => {
    expect(await failing(text)).toContain(message);
  });
});

describe('The set-up stops before it deploys', () => {
  afterEach(() => expect(deployment()).toBeUndefined());

  it('where the CLI is not installed', async () => {
    const { exitCode, err } = await setUp('--target-org acme', salesforceCli({ PATH: home }));
    expect(exitCode).toBe(1);
    expect(err).toMatch(
      /^The Salesforce CLI is not installed.*\nInstall it \(npm install --global @salesforce\/cli\)/,
    );
  });

  it.each([
    ['@salesforce/cli/1.99.0 linux-x64 node-v18', 'version 1.99.0 of the Salesforce CLI'],
    ['sf 3.2, a spreadsheet filter', 'not the Salesforce CLI'],
  ])('where sf is %s', async (output, message) => {
    cli.answer('--version', { output });
    expect(await failing('--target-org acme')).toContain(`The command sf is ${message}.\nInstall version 2`);
  });

  it('where nobody is signed in', async () => {
    cli.answer('org display', {
      output: {
        name: 'NamedOrgNotFoundError',
        message:
          'Parsing --target-org \n\tNo authorization information found for acme.\nSee more help with --help',
        exitCode: 2,
        context: 'OrgDisplayCommand',
        warnings: [],
        code: 'NamedOrgNotFoundError',
        status: 2,
      },
      exitCode: 2,
    });
    expect(await failing('--target-org acme')).toBe(
      'The Salesforce CLI is not signed in to acme: No authorization information found for acme.\nSign in: sf org login web --alias acme (for a sandbox add --instance-url https://test.salesforce.com).',
    );
  });

  it('where the session cannot be renewed', async () => {
    const { output } = {
      output: { name: 'RefreshTokenAuthError', message: 'expired access/refresh token', status: 1 },
    };
    cli.answer('data get record', { output, exitCode: 1 });
    cli.answer('org display', {
      output: {
        status: 0,
        result: {
          id: '00D000000000001EAA',
          username: 'a@b.example',
          connectedStatus: 'RefreshTokenAuthError',
        },
      },
    });
    expect(await failing('--target-org acme')).toContain('not signed in to acme: RefreshTokenAuthError.');
  });

  it('where the CLI gives no answer', async () => {
    cli.answer('org display', {
      output: 'accessToken SECRET-SESSION',
      errors: 'Error: out of memory',
      exitCode: 134,
    });
    expect(await failing('--target-org acme')).toBe(
      'sf org display --target-org gave no answer: Error: out of memory.\nUpdate the Salesforce CLI (sf update) and try again.',
    );
  });

  it.each(['replay', 'push'])('where the edition cannot take the part %s', async (part) => {
    cli.answer('data get record', {
      output: {
        status: 0,
        result: { Name: 'Acme', OrganizationType: 'Professional Edition', IsSandbox: false },
      },
    });
    expect(await failing(`--target-org acme --parts core,${part}`)).toContain(
      `Professional Edition has neither Apex nor Change Data Capture, which ${part} need`,
    );
  });
});

describe('The set-up of an org of the wrong type is refused, and nothing is deployed,', () => {
  afterEach(() => expect(cli.runs.filter(({ command }) => command.includes('deploy'))).toEqual([]));

  it('where it is production and only a sandbox is wanted', async () => {
    expect(await failing('--target-org acme --sandbox-only')).toMatch(
      /The org acme \(Acme\) is no sandbox\.\nSign in to one: sf org login web --alias acme --instance-url https:\/\/test\.salesforce\.com; or leave out --sandbox-only/,
    );
  });

  it('where it has no API', async () => {
    cli.answer('data get record', {
      output: {
        status: 1,
        name: 'API_DISABLED_FOR_ORG',
        message: 'API is not enabled for this Organization or Partner',
      },
      exitCode: 1,
    });
    expect(await failing('--target-org acme')).toMatch(
      /does not let its API be called: API is not enabled.*\nTake an org whose edition has the API/,
    );
  });
});

it('A sandbox is taken where only a sandbox is wanted', async () => {
  cli.answer('data get record', {
    output: {
      status: 0,
      result: { Name: 'Acme', OrganizationType: 'Enterprise Edition', IsSandbox: true },
    },
  });
  expect((await setUp('--target-org acme --sandbox-only')).exitCode).toBe(0);
});

it('An edition without Apex takes the part core', async () => {
  cli.answer('data get record', {
    output: {
      status: 0,
      result: { Name: 'Acme', OrganizationType: 'Professional Edition', IsSandbox: false },
    },
  });
  expect((await setUp('--target-org acme')).exitCode).toBe(0);
});

describe('When the org refuses the package, the set-up says what and what to do', () => {
  it.each([
    [
      'a missing field',
      {
        details: {
          componentFailures: [
            {
              fullName: 'Dealwire_Core',
              componentType: 'PermissionSet',
              problem: 'In field: field - no CustomField named Opportunity.ARR__c found',
            },
          ],
        },
      },
      'PermissionSet Dealwire_Core: In field: field - no CustomField named Opportunity.ARR__c found',
      'leave it out of --fields',
    ],
    [
      'one failure, which the API does not put into a list',
      {
        details: {
          componentFailures: {
            fullName: 'ChangeEvents_LeadChangeEvent',
            componentType: 'PlatformEventChannelMember',
            problem: 'Exceeded the limit of selected entities',
          },
        },
      },
      'PlatformEventChannelMember ChangeEvents_LeadChangeEvent: Exceeded',
      'choose fewer with --objects',
    ],
    [
      'a test that fails',
      {
        details: {
          runTestResult: {
            failures: {
              name: 'DealwirePushTest',
              methodName: 'runsTheTriggers',
              message: 'System.DmlException',
            },
          },
        },
      },
      'Test DealwirePushTest.runsTheTriggers: System.DmlException',
      'A rule or trigger of this org',
    ],
    [
      'too little coverage',
      {
        details: {
          runTestResult: { codeCoverageWarnings: [{ name: null, message: 'Average test coverage is 62%' }] },
        },
      },
      'Coverage : Average test coverage is 62%',
      'A rule or trigger of this org',
    ],
    [
      'a right that the user lacks',
      {
        details: {
          componentFailures: [
            {
              fullName: 'X',
              componentType: 'ApexClass',
              problem: 'You do not have the level of access necessary',
            },
          ],
        },
      },
      'ApexClass X: You do not have',
      'Sign in as somebody with Customize Application',
    ],
    ['no reason', {}, '  Failed', 'Correct what Salesforce names'],
  ])('%s', async (_what, result, refusal, fix) => {
    cli.answer('project deploy start', refused(result));
    const err = await failing('--target-org acme --user bot@acme.example');
    expect(err).toMatch(/^The org refused the package, and nothing was changed:\n/);
    expect(err).toContain(refusal);
    expect(err).toContain(fix);
    expect(commands().some((command) => command.startsWith('org assign'))).toBe(false);
  });

  it('that it is still at it when the CLI stops waiting', async () => {
    cli.answer('project deploy start', {
      output: { status: 69, result: { id: '0Af1', status: 'InProgress', success: false } },
      exitCode: 69,
    });
    expect(await failing('--target-org acme')).toContain(
      'sf project deploy report --job-id 0Af1 --target-org acme',
    );
  });

  it('what the CLI itself says', async () => {
    cli.answer('project deploy start', {
      output: {
        name: 'ComponentSetError',
        message: 'No source-backed components present in the package.',
        status: 1,
      },
      exitCode: 1,
    });
    expect(await failing('--target-org acme')).toContain('No source-backed components');
  });
});

describe('When the permission sets cannot be assigned, the set-up says', () => {
  it('that nobody has the user name', async () => {
    cli.answer('org assign permset', {
      output: {
        name: 'SingleRecordQuery_NoRecords',
        message: "No record found for SELECT Id FROM User WHERE Username='bot@acme.example'",
        status: 1,
      },
      exitCode: 1,
    });
    expect(await failing('--target-org acme --user bot@acme.example')).toMatch(
      /^The package is deployed, but its permission sets are not assigned: No record found.*\nCheck that bot@acme\.example is/,
    );
  });

  it('that a license does not allow it', async () => {
    cli.answer('org assign permset', {
      output: {
        status: 1,
        result: {
          successes: [],
          failures: [{ name: 'bot', message: "The user license doesn't allow the permission: Read Case." }],
        },
      },
      exitCode: 1,
    });
    const err = await failing('--target-org acme --user bot@acme.example');
    expect(err).toContain("The user license doesn't allow the permission: Read Case.");
    expect(err).toContain('Salesforce API Integration');
  });

  it('nothing when the user has them already', async () => {
    cli.answer('org assign permset', {
      output: {
        status: 1,
        result: {
          successes: [],
          failures: [
            { name: 'bot', message: 'Duplicate PermissionSetAssignment. Assignee: 005; Permission Set: 0PS' },
          ],
        },
      },
      exitCode: 1,
    });
    expect((await setUp('--target-org acme --user bot@acme.example')).exitCode).toBe(0);
  });
});
