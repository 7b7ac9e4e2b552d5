import { stripVTControlCharacters } from 'node:util';
import { CommandError } from '../../shared/command/command-error.ts';
import type { CliRun } from './zapier-cli.ts';

const LOG_IN =
  'Log in: npx zapier-platform login (with --sso if you sign in with Google or the like); where nobody can type, set ZAPIER_DEPLOY_KEY to a deploy key (developer.zapier.com, Deploy Keys).';
const LINK =
  'Link the integration: npm run push:zapier -- --app ID, with the number in its address on developer.zapier.com; or register a new one: cd zapier-app && npx zapier-platform register Dealwire.';

/** What a person does about a refusal, by the words of zapier-platform-cli 19.1.0. */
const FIXES: readonly (readonly [RegExp, string])[] = [
  [/zapier-platform login|returned "401"/, LOG_IN],
  [/hasn't yet been associated/, LINK],
  [
    /You don't have access to integration/,
    `Log in as somebody in the integration’s team (npx zapier-platform login), or choose another. ${LINK}`,
  ],
  [
    /missing required info/,
    'Say it once: cd zapier-app && npx zapier-platform register, and choose to update the integration; then run the same command again.',
  ],
  [
    /appear to be from a partner/,
    'Somebody of Zapier changed the integration last: fetch that first (npx zapier-platform pull).',
  ],
  [
    /production version|promoted/i,
    'Raise the version: npm run push:zapier -- --bump patch; a version that is live keeps its code.',
  ],
  [
    /fetch failed|ENOTFOUND|ECONNREFUSED|ETIMEDOUT/,
    'Check the network of this machine (zapier.com by https), then run the same command again.',
  ],
  [
    /returned "5\d\d"/,
    'Zapier failed. Run the same command again in a minute; status.zapier.com tells of longer outages.',
  ],
];

const OTHER = 'Correct what Zapier names, then run the same command again.';

/** The error for a command that failed while `doing`, such as `listing the versions`. */
export function explainProblem(doing: string, { output, errors }: CliRun): CommandError {
  const said = readable(errors) || readable(output) || 'it gave no reason';
  const [, fix = OTHER] = FIXES.find(([words]) => words.test(said)) ?? [];
  return new CommandError(`Zapier’s command line failed while ${doing}: ${said}`, fix);
}

/** Lines that say nothing of the reason: spinners, warnings of Node, how to see more. */
const NOISE = /^[-✔✖⠀-⣿] |re-run this command with|ExperimentalWarning|--trace-warnings/u;

/** The text of an error as the command line prints it, without its marks, spinners and line breaks. */
function readable(text: string): string {
  return stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.replace(/^ ›\s*/, '').trim())
    .filter((line) => line !== '' && !NOISE.test(line))
    .map((line) => line.replace(/^Error: /, '').replace(/^: /, ''))
    .join(' ')
    .slice(0, 600);
}
