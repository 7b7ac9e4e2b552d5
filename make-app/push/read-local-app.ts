import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { type Component, type Hidden, KINDS, type Kind, type LocalApp, type Section } from './local-app.ts';
import { type Entry, type Manifest, manifestProblems } from './manifest.ts';
import { PushError } from './push-error.ts';
import { generalSections, type SectionTable, sectionsOf, typeIds } from './section-table.ts';
import { parseFile, shapeProblem } from './shape.ts';

const MANIFEST = 'makecomapp.json';
const ICON = 'icon.png';
const FIX = 'Build the app folder again with npm run build, and push after that.';

/** Reads the app in a folder. Throws PushError that names every file that is missing or that Make would not take. */
export function readLocalApp(folder: string): LocalApp {
  if (!existsSync(join(folder, MANIFEST)))
    throw new PushError(`There is no ${MANIFEST} in ${folder}, so it holds no app of Make.`, FIX);
  const problems: string[] = [];
  const read = (files: Entry['codeFiles'], table: SectionTable) =>
    readSections(folder, files, table, problems);
  const { generalCodeFiles, components } = readManifest(folder);
  const general = read(generalCodeFiles, generalSections);
  const app: LocalApp = {
    sections: general.filter(({ section }) => section === 'base' || section === 'readme'),
    groups: general.find(({ section }) => section === 'groups'),
    common: commonOf(general),
    icon: readIcon(folder, problems),
    components: KINDS.flatMap((kind) =>
      Object.entries(components[kind]).map(([id, entry]) =>
        componentOf(kind, id, entry, read(entry.codeFiles, sectionsOf[kind])),
      ),
    ),
  };
  problems.push(...groupProblems(app));
  if (problems.length > 0)
    throw new PushError(`The app in ${folder} cannot be pushed:\n${problems.join('\n')}`, FIX);
  return app;
}

function readManifest(folder: string): Manifest {
  const parsed = parseFile(readFileSync(join(folder, MANIFEST), 'utf8'));
  const problems = typeof parsed === 'string' ? [parsed] : manifestProblems(parsed.json);
  if (typeof parsed === 'string' || problems.length > 0)
    throw new PushError(
      `The app in ${folder} cannot be pushed:\n${problems.map((problem) => `${MANIFEST}: ${problem}`).join('\n')}`,
      FIX,
    );
  return parsed.json as Manifest;
}

function readSections(
  folder: string,
  files: Entry['codeFiles'],
  table: SectionTable,
  problems: string[],
): readonly Section[] {
  return Object.entries(files).flatMap(([key, file]) => {
    const known = table[key];
    if (file === null || known === undefined) return [];
    const [section, shape] = known;
    const full = join(folder, file);
    const problem = isOutside(folder, full)
      ? 'lies outside the app folder'
      : existsSync(full)
        ? shapeProblem(readFileSync(full, 'utf8'), shape)
        : 'does not exist';
    if (problem !== undefined) problems.push(`${file}: ${problem}`);
    return problem === undefined ? [{ section, file, text: readFileSync(full, 'utf8') }] : [];
  });
}

/** Make takes a PNG of exactly 512 x 512; width and height stand behind the signature and the head of the first chunk. */
function readIcon(folder: string, problems: string[]): Uint8Array | undefined {
  const file = join(folder, ICON);
  if (!existsSync(file)) return undefined;
  const icon = readFileSync(file);
  const isFit = icon.subarray(1, 4).toString('latin1') === 'PNG' && icon.length > 24;
  if (!isFit || icon.readUInt32BE(16) !== 512 || icon.readUInt32BE(20) !== 512)
    problems.push(`${ICON}: is no PNG of 512 x 512 pixels`);
  return icon;
}

function isOutside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path.startsWith('..') || isAbsolute(path);
}

function componentOf(kind: Kind, id: string, entry: Entry, sections: readonly Section[]): Component {
  const { label, description, moduleType, actionCrud, connection, altConnection, webhook } = entry;
  const uses = Object.entries({ connection, altConnection, webhook }).filter(
    (use): use is [string, string | null] => use[1] !== undefined,
  );
  return {
    kind,
    id,
    type: entry.connectionType ?? entry.webhookType,
    traits: {
      label,
      ...(kind === 'module'
        ? { description: description ?? '', typeId: typeIds[moduleType ?? ''] ?? null }
        : {}),
      ...(moduleType === 'action' && actionCrud !== undefined ? { crud: actionCrud } : {}),
    },
    uses: Object.fromEntries(uses),
    sections: sections.filter(({ section }) => section !== 'common'),
    common: commonOf(sections),
  };
}

function commonOf(sections: readonly Section[]): Hidden {
  const common = sections.find(({ section }) => section === 'common');
  const parsed = common === undefined ? '' : parseFile(common.text);
  return typeof parsed === 'string' ? {} : (parsed.json as Hidden);
}

function groupProblems({ groups, components }: LocalApp): readonly string[] {
  if (groups === undefined) return [];
  const modules = components.filter(({ kind }) => kind === 'module').map(({ id }) => id);
  const parsed = parseFile(groups.text);
  const listed =
    typeof parsed === 'string' ? [] : (parsed.json as readonly { modules?: readonly string[] }[]);
  return listed
    .flatMap((group) => group?.modules ?? [])
    .filter((id) => !modules.includes(id))
    .map((id) => `${groups.file}: names the module ${id}, which is not listed in ${MANIFEST}`);
}
