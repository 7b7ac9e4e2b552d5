import { MakeAppError } from './error.ts';
import type { MakeWebhook } from './load/app.ts';
import { refuse } from './refuse.ts';
import { type AppRun, openSession } from './runtime/open-session.ts';
import { isMet, render } from './runtime/render.ts';
import type { Session, Variables } from './runtime/session.ts';
import type { IncomingRequest, WebhookReply } from './webhook/incoming.ts';
import { renderReply } from './webhook/reply.ts';

/** What a webhook made of a request. */
export interface Reception {
  /** `undefined` for a request that was not accepted: Make's documents do not give that reply. */
  readonly reply: WebhookReply | undefined;
  /** What goes into the queue, one entry per run of the instant trigger. */
  readonly items: readonly unknown[];
}

/** Lets an app's webhook judge and read a request: verification, then condition, then iterate and output. */
export function receiveWebhook(
  run: AppRun,
  id: string,
  parameters: Variables,
  request: IncomingRequest,
): Reception {
  const { communication } = webhookOf(run, id);
  const { verification, respond, condition, iterate, output } = communication.json;
  const session = openSession(run, communication.file, { parameters, data: parameters }, 'none');
  const seen: Variables = { ...request };
  if (verification !== undefined && isMet(session, verification.condition, seen, 'verification/condition'))
    return { reply: renderReply(session, verification.respond, seen, 'verification/respond'), items: [] };
  if (!isMet(session, condition, seen, 'condition')) return { reply: undefined, items: [] };
  const reply = renderReply(session, respond, seen, 'respond');
  const places = iterate === undefined ? [seen] : itemsOf(session, iterate, seen);
  return { reply, items: places.map((place) => itemOf(session, output, place)) };
}

/** The webhook of an app by its id; throws MakeAppError when there is none. */
export function webhookOf(run: AppRun, id: string): MakeWebhook {
  const webhook = run.app.webhooks.get(id);
  if (webhook === undefined)
    throw new MakeAppError(
      `The app has no webhook "${id}". It has ${[...run.app.webhooks.keys()].join(', ')}.`,
    );
  return webhook;
}

function itemsOf(
  session: Session,
  iterate: string | { readonly container: string; readonly condition?: boolean | string },
  seen: Variables,
): readonly Variables[] {
  const { container, condition = true } = typeof iterate === 'string' ? { container: iterate } : iterate;
  const items = render(session, container, seen, 'iterate');
  if (!Array.isArray(items)) return refuse('iterate-container', session.file);
  return items
    .map((item: unknown) => ({ ...seen, item }))
    .filter((place) => isMet(session, condition, place, 'iterate/condition'));
}

function itemOf(session: Session, output: unknown, seen: Variables): unknown {
  if (output === undefined) return seen['item' in seen ? 'item' : 'body'];
  return render(session, output, seen, 'output') ?? refuse('output-undefined', session.file);
}
