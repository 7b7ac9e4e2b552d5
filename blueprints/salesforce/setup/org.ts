import { SMALL_EDITIONS } from '../../../shared/salesforce/edition.ts';
import type { Part } from '../package/package.ts';
import type { Options } from './options.ts';
import { askCli, type SalesforceCli } from './salesforce-cli.ts';
import { SetupError } from './setup-error.ts';

/** The org that the package goes to. */
export interface Org {
  readonly id: string;
  readonly name: string;
  /** As Salesforce writes it, such as `Enterprise Edition`. */
  readonly edition: string;
  readonly isSandbox: boolean;
  /** Who is signed in. */
  readonly username: string;
}

/** Parts that such an edition cannot take. */
const LARGE: readonly Part[] = ['replay', 'push', 'flow-push'];

/** The first version of the CLI with `sf project deploy start`. */
const OLDEST = 2;

/** The version of the Salesforce CLI. Throws SetupError when it is none that can deploy. */
export async function cliVersion(cli: SalesforceCli, folder: string): Promise<string> {
  const { output } = await cli(['--version'], folder);
  const version = /@salesforce\/cli\/(\d+)(\.\d+)*/.exec(output)?.[0].replace('@salesforce/cli/', '');
  if (version !== undefined && Number.parseInt(version, 10) >= OLDEST) return version;
  throw new SetupError(
    `The command sf is ${version === undefined ? 'not the Salesforce CLI' : `version ${version} of the Salesforce CLI`}.`,
    `Install version ${OLDEST} or newer: npm install --global @salesforce/cli.`,
  );
}

/** How Salesforce says that an edition or a user has no API (REST API: status codes and error responses). */
const NO_API = /API_DISABLED|API is (?:not enabled|disabled)/i;

/** The org that an alias or user name stands for. Throws SetupError when nobody is signed in there. */
export async function readOrg(cli: SalesforceCli, target: string, folder: string): Promise<Org> {
  const display = await askCli(cli, ['org', 'display', '--target-org', target], folder);
  const { id, username, connectedStatus } = recordOf(display.result);
  if (display.problem !== undefined || typeof id !== 'string')
    throw notSignedIn(target, display.problem?.message);
  const record = await askCli(
    cli,
    ['data', 'get', 'record', '--sobject', 'Organization', '--record-id', id, '--target-org', target],
    folder,
  );
  if (record.problem !== undefined && NO_API.test(`${record.problem.name} ${record.problem.message}`))
    throw new SetupError(
      `The org ${target} does not let its API be called: ${record.problem.message.replace(/\.$/, '')}.`,
      'Take an org whose edition has the API (Professional Edition has it as an add-on), and sign in as a user with the permission API Enabled.',
    );
  if (record.problem !== undefined)
    throw notSignedIn(target, typeof connectedStatus === 'string' ? connectedStatus : record.problem.message);
  const { Name, OrganizationType, IsSandbox } = recordOf(record.result);
  return {
    id,
    name: String(Name),
    edition: String(OrganizationType),
    isSandbox: IsSandbox === true,
    username: String(username),
  };
}

function recordOf(result: unknown): Readonly<Record<string, unknown>> {
  return typeof result === 'object' && result !== null ? (result as Record<string, unknown>) : {};
}

function notSignedIn(target: string, reason = 'it answered nothing'): SetupError {
  return new SetupError(
    `The Salesforce CLI is not signed in to ${target}: ${reason.replace(/\.$/, '')}.`,
    `Sign in: sf org login web --alias ${target} (for a sandbox add --instance-url https://test.salesforce.com).`,
  );
}

/** Throws SetupError for a production org where only a sandbox is wanted. */
export function assertSandbox({ name, isSandbox }: Org, { org, sandboxOnly }: Options): void {
  if (!sandboxOnly || isSandbox) return;
  throw new SetupError(
    `The org ${org} (${name}) is no sandbox.`,
    `Sign in to one: sf org login web --alias ${org} --instance-url https://test.salesforce.com; or leave out --sandbox-only, when production is meant.`,
  );
}

/** Throws SetupError when the edition of the org cannot take one of the parts. */
export function assertEdition({ edition }: Org, parts: readonly Part[]): void {
  const impossible = parts.filter((part) => LARGE.includes(part));
  if (SMALL_EDITIONS.includes(edition) && impossible.length > 0)
    throw new SetupError(
      `${edition} has neither Apex nor Change Data Capture, which ${impossible.join(' and ')} need.`,
      'Deploy core, and write-back if you want it; Dealwire then polls.',
    );
}
