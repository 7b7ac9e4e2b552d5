import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { runPush } from '../../../make-app/push/run-push.ts';
import { type Behaviour, createMakeApi, type MakeApi } from '../../sandbox/make-api/make-api.ts';
import { type Server, serve } from '../../sandbox/serve.ts';

export const KEY = '11111111-2222-4333-8444-555555555555';
export const READ_ONLY = '11111111-2222-4333-8444-666666666666';
export const OTHER = '11111111-2222-4333-8444-777777777777';
const BOTH = ['sdk-apps:read', 'sdk-apps:write'] as const;

/** What a run of the command gave. */
export interface Pushed {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly err: string;
}

export interface Pushing {
  readonly api: MakeApi;
  readonly server: Server;
  /** A copy of the app folder that tests may change. */
  readonly folder: string;
  readonly memoryFile: string;
  /** Runs the command in zone eu2 with a key of its own; `typed` stands for a person at a terminal. */
  push(
    argv?: readonly string[],
    environment?: Readonly<Record<string, string | undefined>>,
    typed?: string,
  ): Promise<Pushed>;
  /** Replaces text in a file of the app folder. */
  edit(file: string, from: string, to: string): void;
  close(): Promise<void>;
}

export const FIXTURE = 'test/sandbox/make/fixture/app';
export const GENERATED = 'make-app/app';

/** A stand-in for Make's API, a copy of an app folder, and the command. */
export async function openPushing(
  app: string = FIXTURE,
  behaviour: Omit<Behaviour, 'accounts'> = {},
): Promise<Pushing> {
  const home = mkdtempSync(join(tmpdir(), 'dealwire-push-'));
  const folder = join(home, 'app');
  cpSync(app, folder, { recursive: true });
  const api = createMakeApi({
    ...behaviour,
    accounts: {
      [KEY]: { owner: 'us', scopes: BOTH },
      [READ_ONLY]: { owner: 'us', scopes: ['sdk-apps:read'] },
      [OTHER]: { owner: 'them', scopes: BOTH },
    },
  });
  const server = await serve('make', api.handle);
  const memoryFile = join(home, '.push.json');
  return {
    api,
    server,
    folder,
    memoryFile,
    push: async (argv = [], environment = {}, typed) => {
      const input = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
      const output = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
      if (typed !== undefined) input.write(`${typed}\n`);
      const printed: string[] = [];
      const code = await runPush({
        arguments: ['--zone', 'eu2.make.com', ...argv],
        environment: { DEALWIRE_MAKE_URL: server.url, MAKE_API_KEY: KEY, ...environment },
        folder,
        memoryFile,
        terminal: { input, output },
        print: (text) => void printed.push(text),
        retryDelay: 1,
      });
      return { code, out: printed.join(''), err: String(output.read() ?? '') };
    },
    edit: (file, from, to) => {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(path, text.replace(from, to));
    },
    close: async () => {
      await server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Takes everything out of a copy of an app but its connection. */
export function leaveConnectionOnly(folder: string): void {
  const manifest = join(folder, 'makecomapp.json');
  const { components, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
  const left = { ...components, module: {}, rpc: {}, webhook: {} };
  writeFileSync(manifest, JSON.stringify({ ...rest, components: left }));
  writeFileSync(join(folder, 'modules', 'groups.json'), '[]');
}

/** The requests that may change something, as `METHOD path`. */
export function writes({ server }: Pushing): readonly string[] {
  return server.calls
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replace('/api/v2/sdk/apps', '')}`);
}

/** Everything an app on Make holds, for comparison. */
export function contentOf({ api }: Pushing): unknown {
  return [...api.apps.values()].map(({ name, sections, common, icon, components }) => ({
    name,
    sections: [...sections].toSorted(),
    common,
    icon: icon?.length,
    components: Object.entries(components).map(([kind, stored]) => [
      kind,
      [...stored.values()].map((one) => ({ ...one, sections: [...one.sections].toSorted() })),
    ]),
  }));
}
