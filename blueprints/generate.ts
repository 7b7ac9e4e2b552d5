import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import zapierPackage from '../zapier-app/package.json' with { type: 'json' };
import type { Blueprint } from './blueprint.ts';
import { dealRoomBlueprint } from './deal-room/blueprint.ts';
import { toZapExport } from './zap.ts';

/** Every blueprint that is shipped. */
const blueprints: readonly Blueprint[] = [dealRoomBlueprint];

/** Stands for the integration until an admin has registered it; Zapier never assigns the number 0. */
const ZAPIER_PLACEHOLDER = `App0CLIAPI@${zapierPackage.version}`;

/** What accounts call the apps. */
export interface AppNames {
  /** Such as `App123CLIAPI@0.1.0`. */
  readonly zapierApp?: string;
}

/** The text of every generated blueprint file by its path below a folder; names not given are placeholders. */
export function blueprintFiles({
  zapierApp = ZAPIER_PLACEHOLDER,
}: AppNames = {}): ReadonlyMap<string, string> {
  return new Map(
    blueprints.map((blueprint) => [
      join(blueprint.name, 'zap.json'),
      json(toZapExport(blueprint, zapierApp)),
    ]),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Writes the committed files, or with names of an account its own copies, ready to import, below `dist/blueprints`. */
async function generate(): Promise<void> {
  const { values } = parseArgs({ options: { 'zapier-app': { type: 'string' } } });
  const zapierApp = values['zapier-app'];
  if (zapierApp !== undefined && !/^App\d+CLIAPI@\d+\.\d+\.\d+$/.test(zapierApp))
    throw new Error(`--zapier-app "${zapierApp}" must look like App123CLIAPI@${zapierPackage.version}.`);
  const folder =
    zapierApp === undefined ? import.meta.dirname : join(import.meta.dirname, '..', 'dist', 'blueprints');
  for (const [path, text] of blueprintFiles(zapierApp === undefined ? {} : { zapierApp })) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(file);
  }
}

if (process.argv[1] === import.meta.filename) await generate();
