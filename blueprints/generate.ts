import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import zapierPackage from '../zapier-app/package.json' with { type: 'json' };
import type { Blueprint, Flow } from './blueprint.ts';
import { caseEscalationBlueprint } from './case-escalation/blueprint.ts';
import { dealRoomBlueprint } from './deal-room/blueprint.ts';
import { forecastDigestBlueprint } from './forecast-digest/blueprint.ts';
import { newLeadBlueprint } from './new-lead/blueprint.ts';
import { renewalRiskBlueprint } from './renewal-risk/blueprint.ts';
import { toScenario } from './scenario.ts';
import { toZapExport } from './zap.ts';

/** Every blueprint that is shipped. */
const blueprints: readonly Blueprint[] = [
  dealRoomBlueprint,
  caseEscalationBlueprint,
  forecastDigestBlueprint,
  newLeadBlueprint,
  renewalRiskBlueprint,
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

function scenarioFile({ name }: Blueprint, flow: Flow, makeApp: string): readonly [string, string] {
  const file = flow.name === undefined ? 'scenario.json' : `scenario-${flow.name}.json`;
  return [join(name, file), json(toScenario(flow, makeApp))];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What the names given must look like. */
const FORMS = {
  'zapier-app': [/^App\d+CLIAPI@\d+\.\d+\.\d+$/, `App123CLIAPI@${zapierPackage.version}`],
  'make-app': [/^[a-z][0-9a-z-]{1,28}[0-9a-z]$/, 'dealwire-ab12cd'],
} as const;

/** A name of an account as given on the command line. Throws when it cannot be one. */
function nameOf(option: keyof typeof FORMS, value: string | undefined): string | undefined {
  const [form, example] = FORMS[option];
  if (value !== undefined && !form.test(value))
    throw new Error(`--${option} "${value}" must look like ${example}.`);
  return value;
}

/** Writes the committed files, or with names of an account its own copies, ready to import, below `dist/blueprints`. */
async function generate(): Promise<void> {
  const { values } = parseArgs({
    options: { 'zapier-app': { type: 'string' }, 'make-app': { type: 'string' } },
  });
  const zapierApp = nameOf('zapier-app', values['zapier-app']);
  const makeApp = nameOf('make-app', values['make-app']);
  const isNamed = zapierApp !== undefined || makeApp !== undefined;
  const folder = isNamed ? join(import.meta.dirname, '..', 'dist', 'blueprints') : import.meta.dirname;
  const names = {
    ...(zapierApp === undefined ? {} : { zapierApp }),
    ...(makeApp === undefined ? {} : { makeApp }),
  };
  for (const [path, text] of blueprintFiles(names)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(file);
  }
}

if (process.argv[1] === import.meta.filename) await generate();
