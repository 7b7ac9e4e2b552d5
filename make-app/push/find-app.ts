import { MakeError } from '@makehq/sdk';
import { PushError } from './push-error.ts';
import { attempt, type PushSession } from './push-session.ts';
import type { AppAddress } from './remote-components.ts';

/** What a new app is called and looks like in the scenario editor; changed on Make afterwards, if at all. */
const IDENTITY = {
  label: 'Dealwire',
  description: 'Turns Salesforce changes into the right Slack action, exactly once.',
  theme: '#4a154b',
  language: 'en',
  private: true,
  audience: 'global',
} as const;

/** Which app a push is for. */
export interface Wish {
  /** `--app` */
  readonly app: string | undefined;
  /** `--name` */
  readonly name: string;
}

/**
 * The app to push into: the one named, else the one of an earlier push, else the only one of the account that looks like
 * it (an earlier push may have broken off before Make's answer came); undefined when a new one is due.
 * Throws PushError when the named or remembered app is not among the account's, or when several look like it.
 */
export async function findApp(session: PushSession, { app, name }: Wish): Promise<AppAddress | undefined> {
  const apps = await attempt(session, 'listing your apps', async () => {
    const listed = await session.make.sdk.apps.list();
    if (!Array.isArray(listed)) throw new Error('no list');
    return listed;
  });
  const remembered = session.memory.recall(session.host);
  const wanted = app ?? remembered?.name;
  const known = apps
    .filter((one) => (wanted === undefined ? looksLike(one, name) : one.name === wanted))
    .map((one) => ({ name: one.name, version: one.version }));
  const names = new Set(known.map((one) => one.name));
  if (wanted === undefined && names.size > 1)
    throw new PushError(
      `Several apps of yours look like this one: ${[...names].join(', ')}.`,
      'Say which one with --app NAME, or ask for a new one under another name with --name NAME.',
    );
  if (wanted !== undefined && names.size === 0) throw notYours(wanted, app === undefined, apps);
  const own = known.find(({ name, version }) => name === remembered?.name && version === remembered.version);
  return own ?? known.toSorted((one, other) => other.version - one.version)[0];
}

/** Creates the app and remembers the name Make gave it. Throws PushError, also when the name is taken. */
export async function createApp(session: PushSession, name: string): Promise<AppAddress> {
  const { make, memory, host } = session;
  const created = await attempt(session, `creating the app ${name}`, async () => {
    try {
      return await make.sdk.apps.create({ name, ...IDENTITY });
    } catch (error) {
      throw isTaken(error) ? taken(name) : error;
    }
  });
  const address = { name: created.name, version: created.version };
  memory.remember(host, { ...address, connection: {}, webhook: {} });
  return address;
}

function looksLike(one: { readonly name: string; readonly label: string }, name: string): boolean {
  return one.label === IDENTITY.label && (one.name === name || one.name.startsWith(`${name}-`));
}

function notYours(
  wanted: string,
  isRemembered: boolean,
  apps: readonly { readonly name: string }[],
): PushError {
  const yours = apps.map(({ name }) => name).join(', ');
  return new PushError(
    `The app ${wanted}${isRemembered ? ', into which you pushed before,' : ''} is not among the apps of this key: it does not exist in this zone, or it belongs to somebody else.`,
    `Push with the key of its owner, or name an app of yours with --app${yours === '' ? '' : ` (you have ${yours})`}${isRemembered ? ', or delete make-app/.push.json to get a new one' : ', or leave --app out to get a new one'}.`,
  );
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof MakeError)) return false;
  const { statusCode = 0, message } = error;
  return (
    statusCode === 409 || ([400, 422].includes(statusCode) && /exist|taken|unique|in use/i.test(message))
  );
}

function taken(name: string): PushError {
  return new PushError(
    `An app with the name ${name} exists already, and it is not among yours.`,
    'Ask for another name with --name NAME.',
  );
}
