import { parseArgs } from 'node:util';
import zapierPackage from '../zapier-app/package.json' with { type: 'json' };
import type { RequestUrls } from './slack/manifest.ts';

/** What accounts call the apps. */
export interface AppNames {
  /** Such as `App123CLIAPI@0.1.0`. */
  readonly zapierApp?: string;
  /** Such as `dealwire-ab12cd`. */
  readonly makeApp?: string;
}

/** What an account fills into the files; the values left out stay placeholders. */
export interface Placeholders {
  readonly names: AppNames;
  readonly urls: RequestUrls;
  /** What somebody should know who gives these values. */
  readonly warnings: readonly string[];
}

/** The values cannot be used; the message says which, why and what to do. */
export class OptionError extends Error {}

/** What the values given must look like. */
const FORMS = {
  'zapier-app': [/^App\d+CLIAPI(@\d+\.\d+\.\d+)?$/, `App123CLIAPI@${zapierPackage.version}`],
  'make-app': [/^[a-z][0-9a-z-]{1,28}[0-9a-z]$/, 'dealwire-ab12cd'],
  'slash-command-url': [/^https:\/\/[^\s"]{1,2990}$/, 'https://hook.eu1.make.com/abc'],
  'shortcut-url': [/^https:\/\/[^\s"]{1,2990}$/, 'https://hook.eu1.make.com/abc'],
} as const;

type Option = keyof typeof FORMS;

const NAMES = Object.keys(FORMS) as readonly Option[];

/** Reads the values that an account fills in from a command line. Throws OptionError. */
export function readOptions(args: readonly string[]): Placeholders {
  const values = parse(args);
  const given = (option: Option) => checked(option, values[option]);
  const zapierApp = given('zapier-app');
  const version = zapierApp?.split('@')[1];
  return {
    names: defined({ zapierApp: withVersion(zapierApp), makeApp: given('make-app') }),
    urls: defined({ slashCommandUrl: given('slash-command-url'), shortcutUrl: given('shortcut-url') }),
    warnings:
      version === undefined || version === zapierPackage.version
        ? []
        : [
            `The files name version ${version} of the Zapier app, but they are made for ${zapierPackage.version}. Push this version, or leave the version out of --zapier-app.`,
          ],
  };
}

function parse(args: readonly string[]): Partial<Record<Option, string>> {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(NAMES.map((name) => [name, { type: 'string' }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Partial<Record<Option, string>> = {};
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new OptionError(`"${token.value}" stands alone. Write it after its option: ${NAMES_IN_WORDS}.`);
    if (token.kind !== 'option') continue;
    const name = NAMES.find((each) => each === token.name);
    if (name === undefined)
      throw new OptionError(`There is no placeholder --${token.name}. Choose from ${NAMES_IN_WORDS}.`);
    if (token.value === undefined || token.value.startsWith('--'))
      throw new OptionError(`--${name} lacks its value. Write, for example, --${name} ${FORMS[name][1]}.`);
    if (values[name] !== undefined) throw new OptionError(`--${name} is given twice. Leave one of them out.`);
    values[name] = token.value;
  }
  return values;
}

const NAMES_IN_WORDS = NAMES.map((name) => `--${name}`).join(', ');

function checked(option: Option, value: string | undefined): string | undefined {
  const [form, example] = FORMS[option];
  if (value !== undefined && !form.test(value))
    throw new OptionError(`--${option} "${value}" cannot be right: it looks like ${example}.`);
  return value;
}

function withVersion(app: string | undefined): string | undefined {
  return app === undefined || app.includes('@') ? app : `${app}@${zapierPackage.version}`;
}

/** The values that are there. */
function defined<K extends string>(
  values: Readonly<Record<K, string | undefined>>,
): Partial<Record<K, string>> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<K, string>>;
}
