import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readOptions as doctorOptions } from '../../blueprints/doctor/options.ts';
import { readOptions as blueprintOptions } from '../../blueprints/options.ts';
import { readOptions as salesforceOptions } from '../../blueprints/salesforce/setup/options.ts';
import { readOptions as makeOptions } from '../../make-app/push/options.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { readOptions as zapierOptions } from '../../zapier-app/push/options.ts';
import { faultCalled } from '../sandbox/doctor/faults.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const pages = [
  'blueprints/SETUP.md',
  'blueprints/salesforce/README.md',
  'blueprints/slack/README.md',
  'zapier-app/README.md',
  'make-app/README.md',
];
const textOf = (page: string) => readFileSync(join(PROJECT, page), 'utf8');

/** The lines of a page's shell blocks. */
function commandsOf(page: string): readonly string[] {
  const blocks = [...textOf(page).matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block);
  return blocks.flatMap((block) => block.trim().split('\n'));
}

/** What reads the arguments of a script, and throws for those that it does not take. */
const readers: Readonly<Record<string, (argv: readonly string[]) => unknown>> = {
  doctor: doctorOptions,
  blueprints: blueprintOptions,
  'setup:salesforce': salesforceOptions,
  'push:make': makeOptions,
  'push:zapier': zapierOptions,
};

describe.each(pages)('The set-up page %s', (page) => {
  const runs = commandsOf(page).flatMap((command) => {
    const [, script, argv = ''] = /^npm run (\S+)(?: -- (.*))?$/.exec(command) ?? [];
    return script === undefined ? [] : [{ script, argv: argv.split(' ').filter(Boolean) }];
  });

  it('runs scripts that there are, with options that they take', () => {
    for (const { script, argv } of runs) {
      expect(Object.keys(packageJson.scripts)).toContain(script);
      expect(() => readers[script]?.(argv)).not.toThrow();
      const fault = argv[argv.indexOf('--fault') + 1];
      if (argv.includes('--fault')) expect(faultCalled(fault).name).toBe(fault);
    }
  });

  it('runs nothing else but what its reader has or is told to install', () => {
    const others = commandsOf(page).filter((command) => !command.startsWith('npm run '));
    const known =
      /^(npm ci$|npm install --global @salesforce\/cli$|sf |npx zapier-platform |\(cd zapier-app && npx zapier-platform | ?export [A-Z_]+=)/;
    expect(others.filter((command) => !known.test(command))).toEqual([]);
  });

  it('links to pages and headings that there are', () => {
    for (const [, link = ''] of textOf(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
      const [path = '', heading] = link.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      const text = textOf(file);
      if (heading === undefined) continue;
      const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect([link, headings.includes(heading)]).toEqual([link, true]);
    }
  });
});

it('The set-up page explains every option of the doctor, and those are all', () => {
  const explained = [...textOf('blueprints/SETUP.md').matchAll(/^\| `--([\w-]+)/gm)].map(([, name]) => name);
  const taken = [
    'signals',
    'ways',
    'objects',
    'fields',
    'channels',
    'interval',
    'try-room',
    'json',
    'sandbox',
    'fault',
  ];
  expect([...explained].sort()).toEqual([...taken].sort());
  const values = {
    ways: 'poll',
    interval: '5',
    fields: 'A.B',
    objects: 'Lead',
    channels: 'C0123ABCD',
    signals: 'new-lead',
  };
  const argv = taken.map((name) =>
    name in values ? `--${name}=${values[name as keyof typeof values]}` : `--${name}`,
  );
  expect(() => doctorOptions(argv)).not.toThrow();
});

it('The page of the Zapier app explains every option of its push', () => {
  const explained = [...textOf('zapier-app/README.md').matchAll(/^\| `--([\w-]+)/gm)].map(([, name]) => name);
  expect(explained.sort()).toEqual(['app', 'bump', 'dry-run', 'json', 'replace']);
});
