import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../../shared/command/command-error.ts';
import { askCli } from './ask-cli.ts';
import type { PushSession } from './session.ts';
import { raised, versionIn, withVersion } from './version.ts';

/** A version of an integration, as Zapier lists it. */
export interface Version {
  readonly version: string;
  /** How many people have Zaps with it; null while Zapier is counting. */
  readonly user_count: number | null;
  readonly state: string;
  /** Where a sign-in returns to. */
  readonly oauth_redirect_uri?: string;
}

/** The version that is pushed, and those that Zapier has. */
export interface Chosen {
  readonly version: string;
  readonly known: readonly Version[];
  /** The same version, which new code is put into. */
  readonly replaced: Version | undefined;
  /** Gives package.json its old version back. */
  readonly undo: () => void;
}

/** The versions that Zapier has. */
export function listVersions(session: PushSession): Promise<readonly Version[]> {
  return askCli<Version>(session, 'listing the versions', ['versions', '--all']);
}

/**
 * The version in package.json, raised where that was asked for. Throws CommandError when Zapier has it already and it is not
 * to be replaced, or when its code is live.
 */
export async function chooseVersion(session: PushSession): Promise<Chosen> {
  const { folder, options } = session;
  const known = await listVersions(session);
  const file = join(folder, 'package.json');
  const text = readFileSync(file, 'utf8');
  const current = versionIn(text);
  const version = options.bump === undefined ? current : raised(current, options.bump);
  const replaced = known.find((each) => each.version === version);
  if (replaced !== undefined) assertReplaceable(replaced, options.replace);
  if (version !== current && !options.dryRun) writeFileSync(file, withVersion(text, version));
  return { version, known, replaced, undo: () => writeFileSync(file, text) };
}

function assertReplaceable({ version, state, user_count: users }: Version, replace: boolean): void {
  const bump = `Raise it: npm run push:zapier -- --bump patch (now ${version}, then ${raised(version, 'patch')}; minor for new operations, major for changed ones).`;
  if (state === 'promoted' || state === 'deprecated')
    throw new CommandError(`Zapier has version ${version} already, and it is ${state}.`, bump);
  if (replace) return;
  throw new CommandError(
    `Zapier has version ${version} already${users ? `, and ${people(users)} with it` : ''}.`,
    `${bump} Or put the new code into this version with --replace: Zaps that use it run the new code from then on.`,
  );
}

/** Such as `2 people have Zaps`. */
export function people(users: number): string {
  return users === 1 ? '1 person has Zaps' : `${users} people have Zaps`;
}
