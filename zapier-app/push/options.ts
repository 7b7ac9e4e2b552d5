import { parseArguments } from '../../shared/command/parse-arguments.ts';
import { InvalidInputError } from '../../shared/error.ts';

/** Which part of a version is raised. */
export const bumps = ['patch', 'minor', 'major'] as const;
export type Bump = (typeof bumps)[number];

/** What the command line asks for. */
export interface Options {
  /** The number of the integration to push into. */
  readonly app: number | undefined;
  readonly bump: Bump | undefined;
  /** Put new code into a version that Zapier has already. */
  readonly replace: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

const USAGE = 'npm run push:zapier -- [--app ID] [--bump patch|minor|major] [--replace] [--dry-run] [--json]';
const SECRET_FIX =
  'Every process of this machine can read arguments, and the shell keeps them: if that was a real key, revoke it. Log in by npx zapier-platform login; set SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET in the environment.';

/** Reads the arguments. Throws InvalidInputError, which repeats no value that could be a key. */
export function readOptions(argv: readonly string[]): Options {
  const { texts, switches } = parseArguments(argv, {
    texts: ['app', 'bump'],
    switches: ['replace', 'dry-run', 'json'],
    usage: USAGE,
    secretFix: SECRET_FIX,
  });
  const bump = bumps.find((each) => each === texts.get('bump'));
  if (texts.has('bump') && bump === undefined)
    throw new InvalidInputError('--bump', `"${texts.get('bump')}" is unknown`, `Choose ${bumps.join(', ')}.`);
  return {
    app: numberOf(texts.get('app')),
    bump,
    replace: switches.has('replace'),
    dryRun: switches.has('dry-run'),
    json: switches.has('json'),
  };
}

function numberOf(app: string | undefined): number | undefined {
  if (app === undefined) return undefined;
  const [, digits] = /^(?:App)?(\d{1,12})(?:CLIAPI)?$/.exec(app) ?? [];
  if (digits !== undefined) return Number(digits);
  throw new InvalidInputError(
    '--app',
    'is no number of an integration',
    'Take the number in its address on developer.zapier.com, such as 123456.',
  );
}
