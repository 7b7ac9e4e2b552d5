import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { runPush } from '../../../zapier-app/push/run-push.ts';
import { type CliRun, type ZapierCli, zapierCli } from '../../../zapier-app/push/zapier-cli.ts';
import { type Server, serve } from '../../sandbox/serve.ts';
import {
  createZapierApi,
  type StoredVersion,
  type ZapierAccount,
} from '../../sandbox/zapier-api/zapier-api.ts';

export const DEPLOY_KEY = 'deploy-key-of-the-test';

/** A version that somebody pushed before. */
export function stored(version: string, more: Partial<StoredVersion> = {}): StoredVersion {
  return {
    version,
    user_count: 0,
    lifecycle: { status: 'private' },
    platform_version: '19.1.0',
    date: '2026-11-01T00:00:00+00:00',
    last_changed: '2026-11-01T00:00:00+00:00',
    oauth_redirect_uri: 'https://zapier.com/dashboard/auth/oauth/return/App123CLIAPI/',
    environment: { CLIENT_ID: 'consumer-key', CLIENT_SECRET: 'consumer-secret' },
    zip: '',
    ...more,
  };
}

/** An account with one integration, called Dealwire, of which nothing was pushed yet. */
export function account(): ZapierAccount {
  return {
    deployKey: DEPLOY_KEY,
    refuseUpload: undefined,
    integrations: [{ id: 123, title: 'Dealwire', description: 'Deal rooms', versions: new Map() }],
  };
}

/**
 * Answers as zapier-platform-cli 19.1.0 does with `--format raw`, from an account; the texts of its errors are as the real one
 * printed them.
 */
export function fakeCli(
  { integrations, refuseUpload }: ZapierAccount,
  folder: string,
  loggedIn = true,
): ZapierCli & { readonly runs: string[] } {
  const runs: string[] = [];
  const rows = (value: unknown): CliRun => ({
    output: `${JSON.stringify(value, null, 2)}\n`,
    errors: '- Loading\n',
    exitCode: 0,
  });
  const failed = (...lines: string[]): CliRun => ({
    output: '',
    errors: `- Loading\n ›   Error: ${lines.join('\n ›   ')}\n ›\n ›   re-run this command with \`--debug\` for more info\n`,
    exitCode: 2,
  });
  const linked = () => {
    const { id } = JSON.parse(readFileSync(join(folder, '.zapierapprc'), 'utf8')) as { readonly id: number };
    return integrations.find((each) => each.id === id);
  };
  const versionIn = () =>
    (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string }).version;
  return {
    runs,
    run: async (commands) => {
      runs.push(commands.join(' '));
      if (!loggedIn) return failed(': File ~/.zapierrc not found. Please run', '`zapier-platform login`.');
      const [command, version = ''] = commands;
      if (command === 'integrations')
        return rows(integrations.map(({ id, title }) => ({ id, title, key: `App${id}` })));
      const versions = linked()?.versions ?? new Map<string, StoredVersion>();
      if (command === 'versions')
        return rows([...versions.values()].map((each) => ({ ...each, state: each.lifecycle.status })));
      if (command === 'env:get')
        return rows(
          Object.entries(versions.get(version)?.environment ?? {}).map(([key, value]) => ({ key, value })),
        );
      if (refuseUpload !== undefined)
        return failed(
          `"https://zapier.com/api/platform/cli/apps/123" returned "400" saying`,
          `"${refuseUpload}"`,
        );
      const before = [...versions.values()].at(-1);
      versions.set(versionIn(), stored(versionIn(), { environment: { ...before?.environment } }));
      return { output: '\nUpload complete!\n', errors: '', exitCode: 0 };
    },
    writeSettings: async (version, settings) => {
      runs.push(`settings ${version} ${Object.keys(settings).join(' ')}`);
      Object.assign(linked()?.versions.get(version)?.environment ?? {}, settings);
      return { output: '', errors: '', exitCode: 0 };
    },
  };
}

/** What a run of the command gave. */
export interface Pushed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Pushing {
  readonly account: ZapierAccount;
  readonly folder: string;
  /** What the command line was run with. */
  readonly runs: readonly string[];
  /** The version in package.json. */
  readonly version: () => string;
  push(
    argv?: readonly string[],
    more?: {
      readonly environment?: Readonly<Record<string, string>>;
      readonly typed?: readonly string[];
      readonly build?: (folder: string) => Promise<string>;
      readonly loggedIn?: boolean;
    },
  ): Promise<Pushed>;
  close(): void;
}

/** A folder linked to the account's integration, and the command on a fake command line. */
export function openPushing(linked: number | null = 123): Pushing {
  const home = account();
  const folder = folderWith('0.1.0', linked);
  const runs: string[] = [];
  return {
    account: home,
    folder,
    runs,
    version: () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
    push: async (argv = [], { environment = {}, typed, build = async () => '', loggedIn = true } = {}) => {
      const cli = fakeCli(home, folder, loggedIn);
      const pushed = await run({ argv, cli, folder, environment, typed, build });
      runs.push(...cli.runs);
      return pushed;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function folderWith(version: string, linked: number | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'dealwire-zapier-'));
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name: 'dealwire-zapier', version, dependencies: {} }, null, 2)}\n`,
  );
  if (linked !== null)
    writeFileSync(join(folder, '.zapierapprc'), JSON.stringify({ id: linked, key: `App${linked}` }));
  return folder;
}

async function run(given: {
  readonly argv: readonly string[];
  readonly cli: ZapierCli;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly typed: readonly string[] | undefined;
  readonly build: (folder: string) => Promise<string>;
}): Promise<Pushed> {
  const { argv, typed, ...rest } = given;
  const input = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  const output = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  const lines = [...(typed ?? [])];
  const told: string[] = [];
  output.on('data', (text: Buffer) => {
    told.push(text.toString());
    if (text.includes('(not shown)')) setImmediate(() => input.write(`${lines.shift() ?? ''}\n`));
  });
  const printed: string[] = [];
  const code = await runPush({
    ...rest,
    arguments: argv,
    terminal: { input, output },
    print: (text) => void printed.push(text),
  });
  return { code, out: printed.join(''), err: told.join('') };
}

/** The real command line before a stand-in of Zapier's API, in a folder with a built package. */
export async function openReal(
  zip: string | undefined,
  deployKey: string | undefined = DEPLOY_KEY,
): Promise<{
  readonly account: ZapierAccount;
  readonly server: Server;
  push(argv: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Pushed>;
  close(): Promise<void>;
}> {
  const home = account();
  const server = await serve('zapier', createZapierApi(home));
  const folder = folderWith('0.1.0', null);
  const environment = {
    PATH: process.env.PATH,
    HOME: folder,
    ZAPIER_BASE_ENDPOINT: server.url,
    ...(deployKey === undefined ? {} : { ZAPIER_DEPLOY_KEY: deployKey }),
  };
  return {
    account: home,
    server,
    push: (argv, more = {}) =>
      run({
        argv,
        cli: zapierCli(folder, environment as unknown as NodeJS.ProcessEnv),
        folder,
        environment: more,
        typed: undefined,
        build: async () => {
          if (zip === undefined) throw new Error('nothing was built');
          mkdirSync(join(folder, 'build'), { recursive: true });
          for (const name of ['build.zip', 'source.zip'])
            writeFileSync(join(folder, 'build', name), readFileSync(zip.replace('build.zip', name)));
          return zip;
        },
      }),
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
