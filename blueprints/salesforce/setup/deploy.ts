import type { Part } from '../package/package.ts';
import { explain } from './explain.ts';
import type { Options } from './options.ts';
import { askCli, type SalesforceCli } from './salesforce-cli.ts';
import { SetupError } from './setup-error.ts';

/** Minutes until the CLI stops waiting; the deployment goes on. */
const WAIT = 60;

/** What a deployment did. */
export interface Deployed {
  readonly components: number;
  readonly tests: number;
}

/** Deploys the parts from a folder, or validates them in a dry run. Throws SetupError that names what the org refused. */
export async function deploy(cli: SalesforceCli, options: Options, folder: string): Promise<Deployed> {
  const { problem, result } = await askCli(cli, commandFor(options), folder);
  const outcome = (result ?? {}) as Outcome;
  if (problem === undefined && outcome.success === true)
    return {
      components: outcome.numberComponentsDeployed ?? 0,
      tests: outcome.numberTestsCompleted ?? 0,
    };
  if (outcome.status === 'InProgress' || outcome.status === 'Pending')
    throw new SetupError(
      `The org is still deploying after ${WAIT} minutes.`,
      `Look at it under Setup > Deployment Status, or run: sf project deploy report --job-id ${outcome.id ?? ''} --target-org ${options.org}.`,
    );
  const refusals = refusalsIn(outcome);
  const found = refusals.length > 0 ? refusals : [problem?.message ?? outcome.status ?? 'no reason given'];
  throw new SetupError(
    `The org refused the package, and nothing was changed:\n${found.map((line) => `  ${line}`).join('\n')}`,
    explain(found),
  );
}

function commandFor({ org, parts, dryRun }: Options): readonly string[] {
  return [
    ...['project', 'deploy', 'start', '--target-org', org],
    ...parts.flatMap((part: Part) => ['--source-dir', part]),
    ...(parts.includes('push') ? ['--test-level', 'RunSpecifiedTests', '--tests', 'DealwirePushTest'] : []),
    ...['--ignore-conflicts', '--wait', String(WAIT)],
    ...(dryRun ? ['--dry-run'] : []),
  ];
}

/** The parts of the CLI's answer that matter (source-deploy-retrieve, MetadataApiDeployStatus). */
interface Outcome {
  readonly id?: string;
  readonly success?: boolean;
  readonly status?: string;
  readonly numberComponentsDeployed?: number;
  readonly numberTestsCompleted?: number;
  readonly details?: {
    readonly componentFailures?: OneOrMany<{ fullName?: string; componentType?: string; problem?: string }>;
    readonly runTestResult?: {
      readonly failures?: OneOrMany<{ name?: string; methodName?: string; message?: string }>;
      readonly codeCoverageWarnings?: OneOrMany<{ name?: string | null; message?: string }>;
    };
  };
}

/** The Metadata API writes a list of one as the one. */
type OneOrMany<T> = T | readonly T[];

function many<T>(value: OneOrMany<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}

function refusalsIn({ details = {} }: Outcome): readonly string[] {
  const { componentFailures, runTestResult } = details;
  return [
    ...many(componentFailures).map(
      ({ componentType, fullName, problem }) => `${componentType} ${fullName}: ${problem}`,
    ),
    ...many(runTestResult?.failures).map(
      ({ name, methodName, message }) => `Test ${name}.${methodName}: ${message}`,
    ),
    ...many(runTestResult?.codeCoverageWarnings).map(
      ({ name, message }) => `Coverage ${name ?? ''}: ${message}`,
    ),
  ];
}
