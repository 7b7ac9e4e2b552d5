import type { MakeConnection } from '../load/app.ts';
import type { RequestDirectives } from '../load/directives.ts';
import { type AppRun, openSession } from '../runtime/open-session.ts';
import { render } from '../runtime/render.ts';
import { runChain } from '../runtime/run-chain.ts';
import type { Session, Variables } from '../runtime/session.ts';
import type { MakeAccount } from './account.ts';

/** Where Make takes the browser back to for every custom app. */
export const REDIRECT_URI = 'https://www.make.com/oauth/cb/app';

/** Starts the run of a connection's steps; `temp` is kept over the steps of one flow, and Base is not inherited. */
export function openConnection(
  run: AppRun,
  connection: MakeConnection,
  account: MakeAccount,
  scope: readonly string[],
  file: string,
): Session {
  const common = { ...connection.common.json, ...run.common };
  const variables = {
    parameters: account.parameters,
    data: account.data,
    common,
    oauth: { scope: [...connection.defaultScope.json, ...scope], localRedirectUri: REDIRECT_URI },
  };
  return openSession(run, file, variables, 'none');
}

/** Runs one step of a connection and lays what its answer says over the account; a skipped step changes nothing. */
export async function runConnectionStep(
  session: Session,
  step: RequestDirectives,
  account: MakeAccount,
): Promise<MakeAccount> {
  const end = await runChain(session, [step], async (pages, own, place) => {
    let result = account;
    for await (const page of pages) result = withAnswer(session, own, result, page.answer, place);
    return result;
  });
  return end.kind === 'done' ? end.value : account;
}

function withAnswer(
  session: Session,
  step: RequestDirectives,
  account: MakeAccount,
  answer: Variables,
  place: string,
): MakeAccount {
  const { data, metadata, uid, expires } = step.response ?? {};
  const at = `${place}/response`;
  const rendered = (directive: unknown, key: string) => render(session, directive, answer, `${at}/${key}`);
  return {
    ...account,
    data: { ...account.data, ...(rendered(data ?? {}, 'data') as Variables) },
    ...(metadata === undefined
      ? {}
      : { label: (rendered(metadata, 'metadata') as { value?: unknown }).value }),
    ...(uid === undefined ? {} : { uid: rendered(uid, 'uid') }),
    ...(expires === undefined ? {} : { reauthorizeBy: rendered(expires, 'expires') }),
  };
}
