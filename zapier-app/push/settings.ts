import { askUnseen } from '../../shared/command/ask-unseen.ts';
import { InvalidInputError } from '../../shared/error.ts';
import { askCli } from './ask-cli.ts';
import { explainProblem } from './explain-problem.ts';
import type { PushSession } from './session.ts';

/** The settings of a version: what the environment calls each, and what a person calls it. */
const SETTINGS = [
  ['CLIENT_ID', 'SALESFORCE_CLIENT_ID', 'Consumer key of the External Client App'],
  ['CLIENT_SECRET', 'SALESFORCE_CLIENT_SECRET', 'Consumer secret of the External Client App'],
] as const;

/** What became of the settings. */
export type SettingsState = 'set' | 'there' | 'missing';

/** The settings that the environment holds: both or neither. Throws InvalidInputError for half of them. */
export function settingsIn(
  environment: PushSession['environment'],
): Readonly<Record<string, string>> | undefined {
  const given = SETTINGS.map(([, name]) => environment[name]?.trim() ?? '');
  if (given.every((value) => value === '')) return undefined;
  const empty = given.indexOf('');
  if (empty >= 0)
    throw new InvalidInputError(
      SETTINGS[empty]?.[1] ?? '',
      'is not set, but the other half is',
      'Set both (the consumer key and secret of the External Client App), or neither: then Zapier keeps those it has.',
    );
  return Object.fromEntries(SETTINGS.map(([key], at) => [key, given[at] ?? '']));
}

/**
 * Gives a version the settings of the environment; without them it keeps those that Zapier copied from the version before.
 * Where it has none a person at a terminal is asked.
 */
export async function ensureSettings(session: PushSession, version: string): Promise<SettingsState> {
  const given = settingsIn(session.environment);
  if (given !== undefined) return write(session, version, given);
  const rows = await askCli<{ readonly key: string; readonly value: string }>(
    session,
    'reading the settings',
    ['env:get', version],
  );
  const has = (key: string) => rows.some((row) => row.key === key && row.value !== '');
  if (SETTINGS.every(([key]) => has(key))) return 'there';
  const typed: Record<string, string> = {};
  for (const [key, , what] of SETTINGS) {
    const value = (await askUnseen(session.terminal, what)).trim();
    if (value === '') return 'missing';
    typed[key] = value;
  }
  return write(session, version, typed);
}

async function write(
  { cli }: PushSession,
  version: string,
  settings: Readonly<Record<string, string>>,
): Promise<SettingsState> {
  const ran = await cli.writeSettings(version, settings);
  if (ran.exitCode === 0) return 'set';
  const hidden = (text: string) =>
    Object.values(settings).reduce((shown, value) => shown.replaceAll(value, '(hidden)'), text);
  throw explainProblem('writing the settings', {
    ...ran,
    output: hidden(ran.output),
    errors: hidden(ran.errors),
  });
}
