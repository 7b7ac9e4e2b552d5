import { CommandError } from '../../shared/command/command-error.ts';
import { DealwireError } from '../../shared/error.ts';
import { readOptions } from './options.ts';
import { pushIntegration } from './push-integration.ts';
import { reportJson, reportText } from './report.ts';
import type { PushSession } from './session.ts';

/** All that the command touches. */
export interface Surroundings extends Omit<PushSession, 'options' | 'tell'> {
  readonly arguments: readonly string[];
  /** Takes the result. */
  print(text: string): void;
}

/** Runs the command; progress and errors go to the terminal's output. Answers its exit code, 0 or 1. */
export async function runPush({ print, ...surroundings }: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  const tell = (line: string) => void terminal.output.write(`${line}\n`);
  try {
    const options = readOptions(surroundings.arguments);
    const pushed = await pushIntegration({ ...surroundings, options, tell });
    print(options.json ? reportJson(pushed) : reportText(pushed));
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof DealwireError)) throw error;
    tell(`${error.message}\n${error.fix}`);
    return 1;
  }
}
