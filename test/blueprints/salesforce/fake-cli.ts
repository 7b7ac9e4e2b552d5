import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { SalesforceCli } from '../../../blueprints/salesforce/setup/salesforce-cli.ts';

/** What the fake CLI prints for a command, and how it ends. */
export interface FakeAnswer {
  readonly output: unknown;
  readonly errors?: string;
  readonly exitCode?: number;
}

/** Answers like the Salesforce CLI, and remembers what it was asked. */
export interface FakeCli {
  readonly cli: SalesforceCli;
  /** Changes what it answers to the commands that start with the words. */
  answer(words: string, answer: FakeAnswer): void;
  /** The commands it was run with, and the folder. */
  readonly runs: { readonly command: string; readonly folder: string }[];
}

/** An org of Enterprise Edition in which everything works, in the forms of @salesforce/cli 2.150. */
const ANSWERS: Readonly<Record<string, FakeAnswer>> = {
  '--version': { output: '@salesforce/cli/2.150.6 linux-x64 node-v22.23.3\n' },
  'org display': {
    output: {
      status: 0,
      result: {
        id: '00D000000000001EAA',
        apiVersion: '66.0',
        accessToken: 'SECRET-SESSION',
        instanceUrl: 'https://acme.my.salesforce.com',
        username: 'admin@acme.example',
        clientId: 'PlatformCLI',
        connectedStatus: 'Connected',
        alias: 'acme',
      },
      warnings: [],
    },
  },
  'data get record': {
    output: {
      status: 0,
      result: {
        attributes: { type: 'Organization', url: '/services/data/v66.0/sobjects/Organization/00D' },
        Id: '00D000000000001EAA',
        Name: 'Acme',
        OrganizationType: 'Enterprise Edition',
        IsSandbox: false,
      },
      warnings: [],
    },
  },
  'project deploy start': {
    output: {
      status: 0,
      result: {
        id: '0Af000000000001AAA',
        done: true,
        status: 'Succeeded',
        success: true,
        numberComponentErrors: 0,
        numberComponentsDeployed: 21,
        numberTestsCompleted: 8,
        details: { componentFailures: [], runTestResult: { numFailures: '0' } },
        files: [],
      },
      warnings: [],
    },
  },
  'org assign permset': {
    output: {
      status: 0,
      result: { successes: [{ name: 'bot@acme.example', value: 'Dealwire_Core' }], failures: [] },
      warnings: [],
    },
  },
};

export function fakeCli(): FakeCli {
  const answers: Record<string, FakeAnswer> = { ...ANSWERS };
  const runs: FakeCli['runs'] = [];
  return {
    cli: async (commands, folder) => {
      const command = commands.join(' ');
      runs.push({ command, folder });
      const { output, errors = '', exitCode = 0 } = answerTo(answers, command);
      return {
        output: typeof output === 'string' ? output : JSON.stringify(output, null, 2),
        errors,
        exitCode,
      };
    },
    answer: (words, answer) => {
      answers[words] = answer;
    },
    runs,
  };
}

function answerTo(answers: Readonly<Record<string, FakeAnswer>>, command: string): FakeAnswer {
  const found = Object.entries(answers).find(([words]) => command.startsWith(words));
  if (found === undefined) throw new Error(`The fake CLI has no answer to: ${command}`);
  return found[1];
}

/** The same as a program called `sf` in a folder: the PATH that finds it, and the commands it was run with. */
export function fakeProgram(folder: string) {
  writeFileSync(join(folder, 'answers.json'), JSON.stringify(ANSWERS));
  writeFileSync(join(folder, 'runs'), '');
  writeFileSync(
    join(folder, 'sf'),
    `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const command = process.argv.slice(2).join(' ');
appendFileSync(__dirname + '/runs', process.cwd() + ' ' + command + '\\n');
const answers = JSON.parse(readFileSync(__dirname + '/answers.json', 'utf8'));
const { output } = answers[Object.keys(answers).find((words) => command.startsWith(words))];
process.stdout.write(typeof output === 'string' ? output : JSON.stringify(output));
`,
  );
  chmodSync(join(folder, 'sf'), 0o755);
  return {
    path: [folder, process.env.PATH].join(delimiter),
    runs: () => readFileSync(join(folder, 'runs'), 'utf8').trim().split('\n'),
  };
}
