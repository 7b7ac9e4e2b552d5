import { mapHost } from '../map-host.ts';
import type { MakeAccount } from './connection/account.ts';
import { openConnection, REDIRECT_URI, runConnectionStep } from './connection/connection-step.ts';
import { MakeAppError } from './error.ts';
import type { MakeConnection } from './load/app.ts';
import type { OAuthDirectives } from './load/directives.ts';
import { buildRequest } from './runtime/build-request.ts';
import type { AppRun } from './runtime/open-session.ts';
import { isMet, render } from './runtime/render.ts';
import type { Session, Variables } from './runtime/session.ts';
import { mergeTemp } from './runtime/temp.ts';

export { connectionVariables, type MakeAccount } from './connection/account.ts';

/**
 * Plays the user's browser: gets the address of the service's consent page (at its stand-in) and answers the query of the
 * address it is sent back to.
 */
export type Browser = (consentPage: URL) => Promise<Readonly<Record<string, string>>>;

/** Makes a basic connection: its one request must succeed. Throws MakeError otherwise. */
export async function connectBasic(run: AppRun, id: string, parameters: Variables): Promise<MakeAccount> {
  const connection = connectionOf(run, id, 'basic');
  const account: MakeAccount = { connection: id, parameters, data: {} };
  const session = openConnection(run, connection, account, [], connection.communication.file);
  return runConnectionStep(session, connection.communication.json, account);
}

/**
 * Makes an OAuth 2.0 connection: authorize, token, info. `scope` is what the module that asks for it needs beyond the
 * default. Throws MakeError when a step fails, MakeAppError when the browser comes back with another state.
 */
export async function connectOAuth(
  run: AppRun,
  id: string,
  parameters: Variables,
  browser: Browser,
  scope: readonly string[] = [],
): Promise<MakeAccount> {
  const connection = connectionOf(run, id, 'oauth');
  const { authorize, token = {}, info } = connection.oauth.json;
  const file = connection.oauth.file;
  let account: MakeAccount = { connection: id, parameters, data: {} };
  let session = openConnection(run, connection, account, scope, file);
  if (authorize !== undefined) await visit(session, authorize, browser);
  account = await runConnectionStep(session, token, account);
  if (info === undefined) return account;
  session = { ...openConnection(run, connection, account, scope, file), temp: session.temp };
  return runConnectionStep(session, info, account);
}

/**
 * Readies a connection for a run: refreshes it when its `refresh.condition` says so, and answers the same account when
 * nothing was due. Throws MakeError when refreshing fails.
 */
export async function refreshAccount(run: AppRun, account: MakeAccount): Promise<MakeAccount> {
  const connection = run.app.connections.get(account.connection);
  return runOptional(run, connection?.type === 'oauth' ? connection : undefined, account, 'refresh');
}

/** Runs `invalidate`, as deleting the connection does. */
export async function invalidateAccount(run: AppRun, account: MakeAccount): Promise<void> {
  await runOptional(run, connectionOf(run, account.connection, 'oauth'), account, 'invalidate');
}

async function runOptional(
  run: AppRun,
  connection: MakeConnection | undefined,
  account: MakeAccount,
  name: 'refresh' | 'invalidate',
): Promise<MakeAccount> {
  const step = connection?.oauth.json[name];
  if (connection === undefined || step === undefined) return account;
  return runConnectionStep(
    openConnection(run, connection, account, [], connection.oauth.file),
    step,
    account,
  );
}

async function visit(
  session: Session,
  authorize: NonNullable<OAuthDirectives['authorize']>,
  browser: Browser,
): Promise<void> {
  if (authorize.temp !== undefined)
    session.temp = mergeTemp(
      session.temp,
      render(session, authorize.temp, {}, 'authorize/temp') as Variables,
    );
  const condition =
    typeof authorize.condition === 'object' ? authorize.condition.condition : authorize.condition;
  if (!isMet(session, condition, {}, 'authorize/condition')) return;
  const page = new URL(mapHost(session.world.hosts, buildRequest(session, authorize, {}, 'authorize').url));
  const state = 'make-state';
  page.searchParams.set('state', state);
  const query = await browser(page);
  if (query.state !== state)
    throw new MakeAppError(
      `${session.file} authorize: the browser came back to ${REDIRECT_URI} with another state.`,
    );
  const added = render(
    session,
    authorize.response?.temp ?? {},
    { query },
    'authorize/response/temp',
  ) as Variables;
  session.temp = mergeTemp(session.temp, added);
}

function connectionOf(run: AppRun, id: string, type: MakeConnection['type']): MakeConnection {
  const connection = run.app.connections.get(id);
  if (connection === undefined || connection.type !== type)
    throw new MakeAppError(
      `The app has no ${type} connection "${id}". It has ${[...run.app.connections.keys()].join(', ')}.`,
    );
  return connection;
}
