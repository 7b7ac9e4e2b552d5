import { parseArgs } from 'node:util';
import { InvalidInputError } from '../../shared/error.ts';

/** What the command line asks for. */
export interface Options {
  readonly zone: string | undefined;
  /** An app of the account to update, by the name Make gave it. */
  readonly app: string | undefined;
  /** The name a new app asks for; Make may add a suffix. */
  readonly name: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const TEXTS = ['zone', 'app', 'name'];
const SWITCHES = ['dry-run', 'json'];
const USAGE = 'npm run push:make -- --zone eu2.make.com [--app NAME] [--name NAME] [--dry-run] [--json]';
const SECRET = /key|token|secret|password|auth/i;
/** Source: the rule for app ids in Make's own editor extension. */
const APP_NAME = /^[a-z][0-9a-z-]{1,28}[0-9a-z]$/;
const NO_KEY =
  'Every process of this machine can read arguments, and the shell keeps them. If that was a real key, delete it in Make and make a new one; then set MAKE_API_KEY, or run without it and type the key when asked.';

/** Reads the arguments. Throws InvalidInputError, which never repeats a value: it could be a key. */
export function readOptions(argv: readonly string[]): Options {
  const values = new Map<string, string | true>();
  for (const token of parseArgs({ args: [...argv], options: declared(), strict: false, tokens: true })
    .tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      throw new InvalidInputError('Arguments', 'one has no name; a key is never an argument', NO_KEY);
    if (SECRET.test(token.name))
      throw new InvalidInputError(token.rawName, 'a key or secret is never an argument', NO_KEY);
    if (SWITCHES.includes(token.name)) values.set(token.name, true);
    else if (!TEXTS.includes(token.name)) throw new InvalidInputError(token.rawName, 'is unknown', USAGE);
    else if (token.value === undefined) throw new InvalidInputError(token.rawName, 'needs a value', USAGE);
    else values.set(token.name, token.value);
  }
  const text = (name: string) => values.get(name) as string | undefined;
  return {
    zone: text('zone'),
    app: appName('--app', text('app')),
    name: appName('--name', text('name')) ?? 'dealwire',
    dryRun: values.has('dry-run'),
    json: values.has('json'),
  };
}

function declared() {
  return Object.fromEntries([
    ...TEXTS.map((name) => [name, { type: 'string' as const }]),
    ...SWITCHES.map((name) => [name, { type: 'boolean' as const }]),
  ]);
}

function appName(option: string, value: string | undefined): string | undefined {
  if (value === undefined || APP_NAME.test(value)) return value;
  throw new InvalidInputError(
    option,
    'is no name of an app',
    'Take 3 to 30 lower-case letters, digits and hyphens, such as dealwire-ab12cd.',
  );
}
