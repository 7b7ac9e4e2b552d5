import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import zapierPackage from '../zapier-app/package.json' with { type: 'json' };
import { accountChannelBlueprint } from './account-channel/blueprint.ts';
import type { Blueprint, Flow } from './blueprint.ts';
import { caseEscalationBlueprint } from './case-escalation/blueprint.ts';
import { dealRoomBlueprint } from './deal-room/blueprint.ts';
import { forecastDigestBlueprint } from './forecast-digest/blueprint.ts';
import { newLeadBlueprint } from './new-lead/blueprint.ts';
import { withBlock } from './readme-block.ts';
import { recordCardBlueprint } from './record-card/blueprint.ts';
import { renewalRiskBlueprint } from './renewal-risk/blueprint.ts';
import { defaultChoices } from './salesforce/package/choices.ts';
import { packageFiles } from './salesforce/package/package.ts';
import { rightsTable } from './salesforce/package/rights-table.ts';
import { toScenario } from './scenario.ts';
import { type RequestUrls, slackManifest } from './slack/manifest.ts';
import { scopeTable } from './slack/scope-table.ts';
import { toZapExport } from './zap.ts';

/** Every blueprint that is shipped. */
const blueprints: readonly Blueprint[] = [
  dealRoomBlueprint,
  caseEscalationBlueprint,
  forecastDigestBlueprint,
  newLeadBlueprint,
  renewalRiskBlueprint,
  recordCardBlueprint,
  accountChannelBlueprint,
];

/** Stands for the integration until an admin has registered it; Zapier never assigns the number 0. */
const ZAPIER_PLACEHOLDER = `App0CLIAPI@${zapierPackage.version}`;

/** Stands for the custom app until an admin has pushed it and Make has given it a suffix. */
const MAKE_PLACEHOLDER = 'dealwire-placeholder';

/** What accounts call the apps. */
export interface AppNames {
  /** Such as `App123CLIAPI@0.1.0`. */
  readonly zapierApp?: string;
  /** Such as `dealwire-ab12cd`. */
  readonly makeApp?: string;
}

/** The text of every generated blueprint file by its path below a folder; names not given are placeholders. */
export function blueprintFiles({
  zapierApp = ZAPIER_PLACEHOLDER,
  makeApp = MAKE_PLACEHOLDER,
}: AppNames = {}): ReadonlyMap<string, string> {
  return new Map(
    blueprints.flatMap((blueprint) => [
      [join(blueprint.name, 'zap.json'), json(toZapExport(blueprint, zapierApp))],
      ...blueprint.flows.map((flow) => scenarioFile(blueprint, flow, makeApp)),
    ]),
  );
}

/** The text of the Slack app's manifest by its path below a folder. */
export function slackFiles(urls: RequestUrls = {}): ReadonlyMap<string, string> {
  return new Map([[join('slack', 'manifest.json'), json(slackManifest(urls))]]);
}

/** The READMEs that hold a generated block, by their paths below a folder: the block's name and text. */
export function readmeBlocks(): ReadonlyMap<string, readonly [string, string]> {
  return new Map([
    [join('slack', 'README.md'), ['scopes', scopeTable()]],
    [join('salesforce', 'README.md'), ['rights', rightsTable()]],
  ]);
}

function scenarioFile({ name }: Blueprint, flow: Flow, makeApp: string): readonly [string, string] {
  const file = flow.name === undefined ? 'scenario.json' : `scenario-${flow.name}.json`;
  return [join(name, file), json(toScenario(flow, makeApp))];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What the values given must look like. */
const FORMS = {
  'zapier-app': [/^App\d+CLIAPI@\d+\.\d+\.\d+$/, `App123CLIAPI@${zapierPackage.version}`],
  'make-app': [/^[a-z][0-9a-z-]{1,28}[0-9a-z]$/, 'dealwire-ab12cd'],
  'slash-command-url': [/^https:\/\/[^\s"]{1,2990}$/, 'https://hook.eu1.make.com/abc'],
  'shortcut-url': [/^https:\/\/[^\s"]{1,2990}$/, 'https://hook.eu1.make.com/abc'],
} as const;

type Option = keyof typeof FORMS;

/** What an account calls something, as given on the command line. Throws when it cannot be that. */
function checked(option: Option, value: string | undefined): string | undefined {
  const [form, example] = FORMS[option];
  if (value !== undefined && !form.test(value))
    throw new Error(`--${option} "${value}" must look like ${example}.`);
  return value;
}

/** Writes the committed files, or with values of an account its own copies, ready to import, below `dist/blueprints`. */
async function generate(): Promise<void> {
  const text = { type: 'string' } as const;
  const options = {
    'zapier-app': text,
    'make-app': text,
    'slash-command-url': text,
    'shortcut-url': text,
  };
  const { values } = parseArgs({ options });
  const given = (option: Option) => checked(option, values[option]);
  const names = defined({ zapierApp: given('zapier-app'), makeApp: given('make-app') });
  const urls = defined({ slashCommandUrl: given('slash-command-url'), shortcutUrl: given('shortcut-url') });
  if (Object.keys(values).length > 0) {
    const folder = join(import.meta.dirname, '..', 'dist', 'blueprints');
    return write(folder, [...blueprintFiles(names), ...slackFiles(urls)]);
  }
  const folder = import.meta.dirname;
  await write(folder, [
    ...blueprintFiles(),
    ...slackFiles(),
    ...[...packageFiles(defaultChoices)].map(([path, text]) => [join('salesforce', path), text] as const),
  ]);
  for (const [path, [name, block]] of readmeBlocks()) {
    const readme = await readFile(join(folder, path), 'utf8');
    await write(folder, [[path, withBlock(readme, name, block)]]);
  }
}

/** The values that are there. */
function defined<K extends string>(
  values: Readonly<Record<K, string | undefined>>,
): Partial<Record<K, string>> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<K, string>>;
}

async function write(folder: string, files: readonly (readonly [string, string])[]): Promise<void> {
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(file);
  }
}

if (process.argv[1] === import.meta.filename) await generate();
