import { spawn } from 'node:child_process';
import { SetupError } from './setup-error.ts';

/** What a run of the Salesforce CLI printed, and how it ended. */
export interface CliRun {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** Runs the Salesforce CLI in a folder. Throws SetupError when it is not installed. */
export type SalesforceCli = (commands: readonly string[], folder: string) => Promise<CliRun>;

/**
 * The Salesforce CLI that the environment finds as `sf`. On Windows, where that is a script, a shell runs it: arguments
 * must not mean anything to one.
 */
export function salesforceCli(environment: NodeJS.ProcessEnv): SalesforceCli {
  return (commands, folder) =>
    new Promise((resolve, reject) => {
      const child = spawn('sf', commands, {
        cwd: folder,
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      });
      const printed = { output: '', errors: '' };
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed.output += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        printed.errors += text;
      });
      child.once('error', (error) => reject(notInstalled(error)));
      child.once('close', (exitCode) => resolve({ ...printed, exitCode: exitCode ?? 1 }));
    });
}

function notInstalled(cause: Error): SetupError {
  return new SetupError(
    'The Salesforce CLI is not installed: there is no command sf.',
    'Install it (npm install --global @salesforce/cli), open a new terminal, and sign in: sf org login web --alias acme.',
    { cause },
  );
}

/** What a command answers with `--json`. */
export interface CliAnswer {
  /** Missing where the command failed before it had one. */
  readonly result?: unknown;
  /** Why it failed, in the CLI's words. */
  readonly problem?: { readonly name: string; readonly message: string };
}

/**
 * Runs a command with `--json`. Throws SetupError for an answer that is none; what the CLI printed as its answer is not
 * repeated, since it can hold a session.
 */
export async function askCli(
  cli: SalesforceCli,
  commands: readonly string[],
  folder: string,
): Promise<CliAnswer> {
  const { output, errors } = await cli([...commands, '--json'], folder);
  const answer = parse(output.slice(output.indexOf('{')));
  if (answer === undefined)
    throw new SetupError(
      `sf ${commands.slice(0, 3).join(' ')} gave no answer: ${errors.trim().slice(0, 300) || 'it printed no reason'}.`,
      'Update the Salesforce CLI (sf update) and try again.',
    );
  const { result, name, message } = answer;
  if (typeof name === 'string' && typeof message === 'string')
    return { problem: { name, message: tidy(message) }, ...(result !== undefined && { result }) };
  return { result };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The CLI's messages start with what it was parsing and end with where its help is. */
function tidy(message: string): string {
  return message
    .replace(/^Parsing \S+\s*/, '')
    .replace(/\s*See more help with --help\s*$/, '')
    .trim();
}
