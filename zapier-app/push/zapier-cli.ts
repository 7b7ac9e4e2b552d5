import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What a run of Zapier's command line printed, and how it ended. */
export interface CliRun {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** Zapier's command line in the folder of the integration. */
export interface ZapierCli {
  run(commands: readonly string[]): Promise<CliRun>;
  /** Writes settings of a version. They stand on no command line, where every process could read them. */
  writeSettings(version: string, settings: Readonly<Record<string, string>>): Promise<CliRun>;
}

/** The command line that this repository pins, run in a folder with an environment. */
export function zapierCli(folder: string, environment: NodeJS.ProcessEnv): ZapierCli {
  const tool = createRequire(import.meta.url).resolve('zapier-platform-cli/src/bin/run');
  const settingsScript = join(import.meta.dirname, 'write-settings.ts');
  const start = (script: string, commands: readonly string[], more: NodeJS.ProcessEnv = {}) =>
    runNode([script, ...commands], folder, { ...environment, DISABLE_ZAPIER_ANALYTICS: '1', ...more });
  return {
    run: (commands) => start(tool, commands),
    writeSettings: (version, settings) =>
      start(settingsScript, [version], { DEALWIRE_ZAPIER_SETTINGS: JSON.stringify(settings) }),
  };
}

function runNode(
  commands: readonly string[],
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...commands], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = { output: '', errors: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed.errors += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ ...printed, exitCode: exitCode ?? 1 }));
  });
}
