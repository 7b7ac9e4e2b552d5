import { OptionError } from './options.ts';

/** Runs a command; what somebody can mend at the command line is told without a stack trace, with exit code 1. */
export async function tellingPlainly(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
