import { CommandError } from '../../shared/command/command-error.ts';
import { explainProblem } from './explain-problem.ts';
import type { PushSession } from './session.ts';

/** Runs a command that lists something, and answers its rows. Throws CommandError that says what went on. */
export async function askCli<Row>(
  { cli }: PushSession,
  doing: string,
  commands: readonly string[],
): Promise<readonly Row[]> {
  const ran = await cli.run([...commands, '--format', 'raw']);
  if (ran.exitCode !== 0) throw explainProblem(doing, ran);
  const text = ran.output.trim();
  if (text === '') return [];
  try {
    return JSON.parse(text.slice(text.indexOf('['))) as readonly Row[];
  } catch (cause) {
    throw new CommandError(
      `Zapier’s command line gave no list while ${doing}.`,
      'Run npm ci, so that the version is the one that this repository names.',
      { cause },
    );
  }
}
