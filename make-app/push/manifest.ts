import { KINDS, type Kind } from './local-app.ts';
import { sectionsOf, typeIds } from './section-table.ts';

/** A component as `makecomapp.json` lists it. */
export interface Entry {
  readonly label: string;
  readonly description?: string;
  readonly codeFiles: Readonly<Record<string, string | null>>;
  readonly connectionType?: string;
  readonly webhookType?: string;
  readonly moduleType?: string;
  readonly actionCrud?: string | null;
  readonly connection?: string | null;
  readonly altConnection?: string | null;
  readonly webhook?: string | null;
}

/** The parts of `makecomapp.json` that a push uses. */
export interface Manifest {
  readonly generalCodeFiles: Readonly<Record<string, string | null>>;
  readonly components: Readonly<Record<Kind, Readonly<Record<string, Entry>>>>;
}

/** Rules for ids. Source: Make's own editor extension. */
const ID: Readonly<Record<Kind, RegExp>> = {
  connection: /^[a-zA-Z][0-9a-zA-Z-]{1,33}[0-9a-zA-Z]$/,
  webhook: /^[a-zA-Z][0-9a-zA-Z-]{1,33}[0-9a-zA-Z]$/,
  module: /^[a-zA-Z][0-9a-zA-Z]{2,63}$/,
  rpc: /^[a-zA-Z][0-9a-zA-Z]{2,63}$/,
};

/** What keeps a manifest from being pushed; an empty list means that it is a `Manifest`. */
export function manifestProblems(json: unknown): readonly string[] {
  if (!isRecord(json)) return ['holds no object'];
  const { fileVersion, generalCodeFiles, components } = json;
  if (fileVersion !== 1) return ['has a fileVersion other than 1'];
  if (!isRecord(generalCodeFiles)) return ['lacks generalCodeFiles'];
  if (!isRecord(components)) return ['lacks components'];
  const missing = KINDS.filter((kind) => !isRecord(components[kind])).map(
    (kind) => `lacks components.${kind}`,
  );
  if (missing.length > 0) return missing;
  const unsent = ['function', 'endpoint'].filter((kind) => Object.keys(components[kind] ?? {}).length > 0);
  const known = components as unknown as Manifest['components'];
  return [
    ...unsent.map((kind) => `lists components of the kind ${kind}, which a push does not send`),
    ...KINDS.flatMap((kind) =>
      Object.entries(known[kind]).flatMap(([id, entry]) =>
        entryProblems(kind, id, entry, known).map((problem) => `${kind} ${id} ${problem}`),
      ),
    ),
  ];
}

function entryProblems(
  kind: Kind,
  id: string,
  entry: Entry,
  components: Manifest['components'],
): readonly string[] {
  if (!isRecord(entry)) return ['is no object'];
  const uses = [
    ['connection', entry.connection],
    ['connection', entry.altConnection],
    ['webhook', entry.webhook],
  ] as const;
  return [
    ID[kind].test(id) ? '' : 'has an id that Make does not take',
    typeof entry.label === 'string' && entry.label !== '' ? '' : 'has no label',
    isRecord(entry.codeFiles) && typeof entry.codeFiles.communication === 'string'
      ? ''
      : 'names no communication file',
    ...Object.keys(entry.codeFiles ?? {})
      .filter((key) => !(key in sectionsOf[kind]))
      .map((key) => `names a file of the unknown sort ${key}`),
    kind === 'connection' && !['basic', 'oauth'].includes(entry.connectionType ?? '')
      ? 'has no connectionType'
      : '',
    kind === 'webhook' && !['web', 'web-shared'].includes(entry.webhookType ?? '')
      ? 'has no webhookType'
      : '',
    kind === 'module' && typeIds[entry.moduleType ?? ''] === undefined ? 'has no moduleType' : '',
    entry.moduleType === 'instant_trigger' && !entry.webhook ? 'names no webhook' : '',
    ...uses.map(([used, name]) =>
      name && components[used][name] === undefined ? `uses the ${used} ${name}, which is not listed` : '',
    ),
  ].filter((problem) => problem !== '');
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
