import { DealwireError } from '../../shared/error.ts';
import { type Options, readOptions } from './options.ts';
import { isReady, reportJson, reportText } from './report.ts';
import type { Row } from './row.ts';

/** All that the command touches. */
export interface Surroundings {
  readonly arguments: readonly string[];
  /** Looks at a connection. */
  look(options: Options): Promise<readonly Row[]>;
  /** Takes the result. */
  print(text: string): void;
  /** Takes what went wrong with the command itself. */
  complain(text: string): void;
}

/** Runs the command. Answers its exit code: 0 when nothing stands in the way. */
export async function runDoctor({ look, print, complain, ...given }: Surroundings): Promise<number> {
  try {
    const options = readOptions(given.arguments);
    const rows = await look(options);
    print(options.json ? reportJson(rows) : reportText(rows));
    return isReady(rows) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DealwireError)) throw error;
    complain(`${error.message}\n${error.fix}\n`);
    return 1;
  }
}
