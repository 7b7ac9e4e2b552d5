import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import zapierPackage from '../zapier-app/package.json' with { type: 'json' };
import { blueprints } from './blueprints.ts';
import { operationsPage } from './document/operations.ts';
import { overviewOf } from './document/overview.ts';
import { readmeBlock } from './document/readme.ts';
import { recipeOf } from './document/recipe.ts';
import { scenarioFilesOf, zapFilesOf } from './files.ts';
import { type AppNames, readOptions } from './options.ts';
import { withBlockSomewhere } from './readme-block.ts';
import { defaultChoices } from './salesforce/package/choices.ts';
import { packageFiles } from './salesforce/package/package.ts';
import { rightsTable } from './salesforce/package/rights-table.ts';
import { toScenario } from './scenario.ts';
import { type RequestUrls, slackManifest } from './slack/manifest.ts';
import { scopeTable } from './slack/scope-table.ts';
import { tellingPlainly } from './tell.ts';
import { writeFiles } from './write-files.ts';
import { toZapExport } from './zap.ts';

/** Stands for the integration until an admin has registered it; Zapier never assigns the number 0. */
const ZAPIER_PLACEHOLDER = `App0CLIAPI@${zapierPackage.version}`;

/** Stands for the custom app until an admin has pushed it and Make has given it a suffix. */
const MAKE_PLACEHOLDER = 'dealwire-placeholder';

/** The text of every generated blueprint file by its path below a folder; names not given are placeholders. */
export function blueprintFiles({
  zapierApp = ZAPIER_PLACEHOLDER,
  makeApp = MAKE_PLACEHOLDER,
}: AppNames = {}): ReadonlyMap<string, string> {
  const zaps = blueprints.flatMap(zapFilesOf).map(({ path, blueprint, variant }) => {
    const seed = variant.name === undefined ? blueprint.name : `${blueprint.name} ${variant.name}`;
    return [path, json(toZapExport(seed, variant.flows, zapierApp))] as const;
  });
  const scenarios = blueprints
    .flatMap(scenarioFilesOf)
    .map(({ path, flow }) => [path, json(toScenario(flow, makeApp))] as const);
  return new Map([...zaps, ...scenarios]);
}

/** The text of the Slack app's manifest by its path below a folder. */
export function slackFiles(urls: RequestUrls = {}): ReadonlyMap<string, string> {
  return new Map([[join('slack', 'manifest.json'), json(slackManifest(urls))]]);
}

/** Pages that are generated as a whole, by their paths below a folder. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', overviewOf(blueprints)],
    ['operations.md', operationsPage()],
    ...blueprints.map((blueprint) => [join(blueprint.name, 'recipe.md'), recipeOf(blueprint)] as const),
  ]);
}

/** The READMEs that hold a generated block, by their paths below a folder: the block's name and text. */
export function readmeBlocks(): ReadonlyMap<string, readonly [string, string]> {
  return new Map<string, readonly [string, string]>([
    ...blueprints.map(
      (blueprint) => [join(blueprint.name, 'README.md'), ['files', readmeBlock(blueprint)]] as const,
    ),
    [join('slack', 'README.md'), ['scopes', scopeTable()]],
    [join('salesforce', 'README.md'), ['rights', rightsTable()]],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Writes the committed files, or with values of an account its own copies, ready to import, below `dist/blueprints`. */
async function generate(): Promise<void> {
  const { names, urls, warnings } = readOptions(process.argv.slice(2));
  for (const warning of warnings) console.warn(warning);
  if (process.argv.length > 2) {
    const folder = join(import.meta.dirname, '..', 'dist', 'blueprints');
    return write(folder, [...blueprintFiles(names), ...slackFiles(urls)]);
  }
  const folder = import.meta.dirname;
  await write(folder, [
    ...blueprintFiles(),
    ...slackFiles(),
    ...[...packageFiles(defaultChoices)].map(([path, text]) => [join('salesforce', path), text] as const),
  ]);
  await write(folder, [...pages()]);
  for (const [path, [name, block]] of readmeBlocks()) {
    const readme = await readFile(join(folder, path), 'utf8').catch(() => `# ${dirname(path)}\n`);
    await write(folder, [[path, withBlockSomewhere(readme, name, block)]]);
  }
}

async function write(folder: string, files: readonly (readonly [string, string])[]): Promise<void> {
  await writeFiles(folder, files);
  for (const [path] of files) console.log(join(folder, path));
}

if (process.argv[1] === import.meta.filename) await tellingPlainly(generate);
