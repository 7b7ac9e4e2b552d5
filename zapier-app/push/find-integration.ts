import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../../shared/command/command-error.ts';
import { askCli } from './ask-cli.ts';
import type { PushSession } from './session.ts';

/** An integration of the account, as Zapier lists it. */
export interface Integration {
  readonly id: number;
  readonly title: string;
  readonly key: string;
}

/** Where Zapier's command line keeps which integration a folder belongs to. */
const LINK = '.zapierapprc';

/**
 * The integration to push into: the one that was named, which is linked to the folder, or the one that is linked already.
 * Throws CommandError when nobody is logged in, when there is none, or when the linked one looks like another app.
 */
export async function findIntegration(session: PushSession): Promise<Integration> {
  const { folder, options } = session;
  const all = await askCli<Integration>(session, 'listing your integrations', ['integrations']);
  const linked = linkIn(folder);
  const id = options.app ?? linked;
  const found = all.find((each) => each.id === id);
  if (id === undefined) throw notLinked(all);
  if (found === undefined)
    throw new CommandError(
      `You have no access to the integration ${id}, or there is none.`,
      `${namesOf(all)} Log in as somebody in its team (npx zapier-platform login), or choose one with --app.`,
    );
  if (options.app === undefined && !/dealwire/i.test(found.title))
    throw new CommandError(
      `The folder is linked to the integration "${found.title}" (${id}), which is not called Dealwire.`,
      `If it is the right one, run npm run push:zapier -- --app ${id}; a push would replace what it does.`,
    );
  if (linked !== id && !options.dryRun)
    writeFileSync(join(folder, LINK), `${JSON.stringify({ id, key: found.key }, null, 2)}\n`);
  return found;
}

function linkIn(folder: string): number | undefined {
  const file = join(folder, LINK);
  if (!existsSync(file)) return undefined;
  try {
    const { id } = JSON.parse(readFileSync(file, 'utf8')) as { readonly id?: unknown };
    if (typeof id === 'number') return id;
  } catch {}
  throw new CommandError(
    `${file} names no integration.`,
    'Delete it, and name the integration once with --app.',
  );
}

function notLinked(all: readonly Integration[]): CommandError {
  return new CommandError(
    'The folder zapier-app is linked to no integration.',
    `${namesOf(all)} Name yours: npm run push:zapier -- --app ID; or register a new one: cd zapier-app && npx zapier-platform register Dealwire`,
  );
}

function namesOf(all: readonly Integration[]): string {
  if (all.length === 0) return 'The account has no integration yet.';
  return `The account has ${all.map(({ title, id }) => `"${title}" (${id})`).join(', ')}.`;
}
