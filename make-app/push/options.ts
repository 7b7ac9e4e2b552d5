import { parseArguments } from '../../shared/command/parse-arguments.ts';
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

const USAGE = 'npm run push:make -- --zone eu2.make.com [--app NAME] [--name NAME] [--dry-run] [--json]';
/** Source: the rule for app ids in Make's own editor extension. */
const APP_NAME = /^[a-z][0-9a-z-]{1,28}[0-9a-z]$/;
const NO_KEY =
  'Every process of this machine can read arguments, and the shell keeps them. If that was a real key, delete it in Make and make a new one; then set MAKE_API_KEY, or run without it and type the key when asked.';

/** Reads the arguments. Throws InvalidInputError, which never repeats a value: it could be a key. */
export function readOptions(argv: readonly string[]): Options {
  const { texts, switches } = parseArguments(argv, {
    texts: ['zone', 'app', 'name'],
    switches: ['dry-run', 'json'],
    usage: USAGE,
    secretFix: NO_KEY,
  });
  return {
    zone: texts.get('zone'),
    app: appName('--app', texts.get('app')),
    name: appName('--name', texts.get('name')) ?? 'dealwire',
    dryRun: switches.has('dry-run'),
    json: switches.has('json'),
  };
}

function appName(option: string, value: string | undefined): string | undefined {
  if (value === undefined || APP_NAME.test(value)) return value;
  throw new InvalidInputError(
    option,
    'is no name of an app',
    'Take 3 to 30 lower-case letters, digits and hyphens, such as dealwire-ab12cd.',
  );
}
