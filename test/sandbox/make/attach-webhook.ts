import { webhookOf } from './receive-webhook.ts';
import { collect } from './runtime/collect.ts';
import { type AppRun, openSession } from './runtime/open-session.ts';
import type { Page } from './runtime/page.ts';
import { render } from './runtime/render.ts';
import { runChain } from './runtime/run-chain.ts';
import type { Variables } from './runtime/session.ts';

/** A webhook that a user created. */
export interface Hook {
  readonly id: string;
  /** Where the service has to call. */
  readonly url: string;
  readonly parameters: Variables;
  /** What attaching stored; seen as `webhook.<key>` when detaching. */
  readonly data: Variables;
}

/** Announces a webhook to the service and keeps what `response.data` says; does nothing without `attach`. */
export async function attachWebhook(run: AppRun, webhook: string, hook: Hook): Promise<Hook> {
  const { attach } = webhookOf(run, webhook);
  if (attach === undefined) return hook;
  const session = openSession(run, attach.file, variablesOf(hook));
  const end = await runChain(session, [attach.json], async (pages, step, place) => {
    let data: Variables = {};
    for await (const page of pages) data = dataOf(page, step.response?.data, place);
    return data;
  });
  function dataOf(page: Page, directive: unknown, place: string): Variables {
    return render(session, directive ?? {}, page.answer, `${place}/response/data`) as Variables;
  }
  return { ...hook, data: { ...hook.data, ...(end.kind === 'done' ? end.value : {}) } };
}

/** Removes a webhook from the service; does nothing without `detach`. */
export async function detachWebhook(run: AppRun, webhook: string, hook: Hook): Promise<void> {
  const { detach } = webhookOf(run, webhook);
  if (detach === undefined) return;
  const session = openSession(run, detach.file, variablesOf(hook));
  const steps = [{ ...detach.json, response: { ...detach.json.response, output: null } }];
  await runChain(session, steps, (pages, step, place) => collect(session, step, pages, 1, place));
}

function variablesOf(hook: Hook): Variables {
  return { parameters: hook.parameters, webhook: { ...hook.data, id: hook.id, url: hook.url } };
}
