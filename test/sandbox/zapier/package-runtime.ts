import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppDefinition, AppRuntime, LogLine, PlatformEvent } from './app-runtime.ts';

interface Answer {
  readonly id: number;
  readonly log: readonly LogLine[];
  readonly results?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/**
 * Runs a built package: unzips it far from this repository, so that nothing it lacks can be found by accident, and
 * calls the `handler` of its own wrapper in a process of its own, as Zapier does.
 */
export async function packageRuntime(
  zip: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<AppRuntime> {
  const folder = await unzipPackage(zip);
  const host = fork(join(import.meta.dirname, 'package-host.ts'), [folder], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let questions = 0;
  const log: LogLine[] = [];
  const [greeting] = await Promise.race([once(host, 'message'), once(host, 'exit')]);
  if (typeof greeting !== 'object') throw new Error(`The package did not load: ${zip}`);
  host.on('message', (answer: Answer) => waiting.get(answer.id)?.resolve(answer));
  host.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The process of the package has ended.'));
  });

  const ask = async (event: PlatformEvent): Promise<unknown> => {
    const id = questions++;
    const answer = await new Promise<Answer>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      host.send({ id, event: { ...event, environment } });
    });
    waiting.delete(id);
    log.push(...answer.log);
    if (answer.error) throw Object.assign(new Error(answer.error.message), { name: answer.error.name });
    return answer.results;
  };

  return {
    definition: (await ask({ command: 'definition' })) as AppDefinition,
    log,
    execute: (method, bundle) => ask({ command: 'execute', method, bundle }),
    close: async () => {
      const gone = once(host, 'exit');
      host.kill();
      await gone;
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * Unzips a package into a new temporary folder, which the caller removes, with the function Zapier's command line tests
 * its own builds with: it keeps the symlink at the root.
 */
export async function unzipPackage(zip: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dealwire-zapier-'));
  await createRequire(import.meta.url)('zapier-platform-cli/src/utils/decompress.js')(zip, folder);
  return folder;
}
