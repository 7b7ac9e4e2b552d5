import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DealwireError } from '../../../shared/error.ts';
import { componentOf } from '../package/component.ts';
import { packageFiles } from '../package/package.ts';
import { apexClasses } from '../package/part/push.ts';
import { assign, permissionSetsOf } from './assign.ts';
import { type Deployed, deploy } from './deploy.ts';
import { type Options, readOptions } from './options.ts';
import { assertEdition, assertSandbox, cliVersion, type Org, readOrg } from './org.ts';
import type { SalesforceCli } from './salesforce-cli.ts';
import { SetupError } from './setup-error.ts';

/** All that the command touches. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly cli: SalesforceCli;
  /** Where the package lies. */
  readonly source: string;
  /** Where the copy is written that is deployed; what was there is gone. */
  readonly target: string;
  /** Takes the report, line by line. */
  print(line: string): void;
  /** Takes what went wrong. */
  complain(line: string): void;
}

/** Runs the command. Answers its exit code, 0 or 1. */
export async function runSetup(surroundings: Surroundings): Promise<number> {
  try {
    await setUp(surroundings);
    return 0;
  } catch (error) {
    if (!(error instanceof SetupError || error instanceof DealwireError)) throw error;
    surroundings.complain(`${error.message}\n${error.fix}`);
    return 1;
  }
}

async function setUp({ arguments: argv, cli, source, target, print }: Surroundings): Promise<void> {
  const options = readOptions(argv);
  print(`Salesforce CLI ${await cliVersion(cli, source)}`);
  const org = await readOrg(cli, options.org, source);
  assertSandbox(org, options);
  assertEdition(org, options.parts);
  print(describe(org));
  const components = await writeCopy(options, source, target);
  print(`${options.dryRun ? 'To validate' : 'To deploy'} (${options.parts.join(', ')}), from ${target}:`);
  for (const line of components) print(`  ${line}`);
  print(options.dryRun ? 'Validating; nothing will be changed.' : 'Deploying; this can take minutes.');
  const deployed = await deploy(cli, options, target);
  print(summary(deployed, options));
  if (options.dryRun) return;
  const sets = permissionSetsOf(options.parts).join(', ');
  if (options.user !== undefined && sets !== '') {
    await assign(cli, options, options.user, target);
    print(`Assigned to ${options.user}: ${sets}.`);
  } else if (sets !== '') print(`Assign to the integration user (Setup > Permission Sets): ${sets}.`);
}

function describe({ name, id, edition, isSandbox, username }: Org): string {
  return `Org ${name} (${id}), ${edition}, ${isSandbox ? 'a sandbox' : 'no sandbox'}, signed in as ${username}`;
}

function summary({ components, tests }: Deployed, { dryRun }: Options): string {
  const ran = tests > 0 ? ` Apex tests passed: ${tests}.` : '';
  return dryRun
    ? `The org would take all ${components} components.${ran} Nothing was changed.`
    : `Deployed components: ${components}.${ran}`;
}

/** Writes the project to deploy, and lists what it holds. */
async function writeCopy(
  { parts, choices }: Options,
  source: string,
  target: string,
): Promise<readonly string[]> {
  await rm(target, { recursive: true, force: true });
  const files = packageFiles(choices, parts);
  for (const [path, text] of files) {
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const sources = parts.includes('push') ? apexClasses.map((name) => `push/classes/${name}.cls`) : [];
  for (const path of sources) await cp(join(source, path), join(target, path));
  return [...files.keys(), ...sources]
    .filter((path) => path.includes('/'))
    .flatMap((path) => {
      const component = componentOf(path);
      return component === undefined ? [] : [`${component.type} ${component.fullName}`];
    })
    .sort();
}
