import type { Part } from '../package/package.ts';
import type { Options } from './options.ts';
import { askCli, type SalesforceCli } from './salesforce-cli.ts';
import { SetupError } from './setup-error.ts';

/** The permission set of each part that has one. */
const SETS: Readonly<Partial<Record<Part, string>>> = {
  core: 'Dealwire_Core',
  replay: 'Dealwire_Replay',
  'write-back': 'Dealwire_Write_Back',
  push: 'Dealwire_Push',
};

/** The permission sets of the parts. */
export function permissionSetsOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => SETS[part] ?? []);
}

/** Assigns permission sets to a user; one that the user has already is no problem. Throws SetupError for any other. */
export async function assign(
  cli: SalesforceCli,
  { org, parts }: Options,
  user: string,
  folder: string,
): Promise<void> {
  const names = permissionSetsOf(parts).flatMap((name) => ['--name', name]);
  const commands = ['org', 'assign', 'permset', ...names, '--on-behalf-of', user, '--target-org', org];
  const { problem, result } = await askCli(cli, commands, folder);
  if (problem !== undefined)
    throw new SetupError(
      `The package is deployed, but its permission sets are not assigned: ${problem.message.replace(/\.$/, '')}.`,
      `Check that ${user} is the user name of an active user, then run the same command again.`,
    );
  const { failures = [] } = (result ?? {}) as { readonly failures?: readonly { readonly message: string }[] };
  const refused = failures.filter(({ message }) => !/duplicate/i.test(message));
  if (refused.length > 0)
    throw new SetupError(
      `The package is deployed, but not every permission set is assigned to ${user}: ${refused.map(({ message }) => message).join(' ')}`,
      'A user with the license Salesforce Integration also needs the permission set license Salesforce API Integration; for other messages assign the sets under Setup > Permission Sets.',
    );
}
