import type { MakeApp, ModuleType } from './load/app.ts';
import type { Problem } from './load/problem.ts';
import { readApp } from './load/read-app.ts';
import { loadMakeAppFrom } from './load-make-app.ts';

/** A component in short: its code by `codeFiles` key beside its metadata. */
interface Piece {
  readonly code: Readonly<Record<string, unknown>>;
  readonly [metadata: string]: unknown;
}

/** A small app written in a test. */
export interface AppPieces {
  readonly base?: unknown;
  readonly common?: unknown;
  readonly groups?: unknown;
  readonly origins?: unknown;
  readonly connection?: Readonly<Record<string, Piece>>;
  readonly webhook?: Readonly<Record<string, Piece>>;
  readonly module?: Readonly<Record<string, Piece & { readonly moduleType: ModuleType }>>;
  readonly rpc?: Readonly<Record<string, Piece>>;
}

/** The files of an app written in a test; a code given as text is taken as the file's text. */
function filesOf(pieces: AppPieces): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const write = (file: string, json: unknown) => {
    files.set(file, typeof json === 'string' ? json : JSON.stringify(json));
    return file;
  };
  const general = (name: 'base' | 'common' | 'groups') =>
    pieces[name] === undefined ? null : write(`general/${name}.json`, pieces[name]);
  const component = (kind: 'connection' | 'webhook' | 'module' | 'rpc') =>
    Object.fromEntries(
      Object.entries(pieces[kind] ?? {}).map(([id, { code, ...metadata }]) => {
        const codeFiles = Object.fromEntries(
          Object.entries(code).map(([key, json]) => [key, write(`${kind}s/${id}.${key}.iml.json`, json)]),
        );
        return [id, { label: id, ...metadata, codeFiles }];
      }),
    );
  const manifest = {
    fileVersion: 1,
    generalCodeFiles: {
      base: general('base'),
      common: general('common'),
      readme: null,
      groups: general('groups'),
    },
    components: {
      connection: component('connection'),
      webhook: component('webhook'),
      module: component('module'),
      rpc: component('rpc'),
      function: {},
      endpoint: {},
    },
    origins: pieces.origins ?? [],
  };
  write('makecomapp.json', manifest);
  return files;
}

/** Loads an app written in a test. Throws as `loadMakeApp`. */
export function appOf(pieces: AppPieces): MakeApp {
  const files = filesOf(pieces);
  return loadMakeAppFrom((file) => files.get(file), 'the test');
}

/** What is wrong with an app written in a test. */
export function problemsOf(pieces: AppPieces): readonly Problem[] {
  const files = filesOf(pieces);
  return readApp((file) => files.get(file)).problems;
}

/** An app of one action, `act`, with this communication. */
export function actionApp(communication: unknown, more: AppPieces = {}): MakeApp {
  return appOf({ ...more, module: { act: { moduleType: 'action', code: { communication } } } });
}
