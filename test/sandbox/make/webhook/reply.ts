import type { RespondDirectives } from '../load/directives.ts';
import { render } from '../runtime/render.ts';
import type { Session, Variables } from '../runtime/session.ts';
import type { WebhookReply } from './incoming.ts';

const MEDIA = {
  json: 'application/json',
  urlencoded: 'application/x-www-form-urlencoded',
  text: 'text/plain',
};

/** Make's own reply to an accepted request, where the app gives none. */
export const ACCEPTED: WebhookReply = {
  status: 200,
  headers: { 'content-type': 'text/plain' },
  body: 'Accepted',
};

/** Renders the reply an app describes; JSON unless it says otherwise, status 200. */
export function renderReply(
  session: Session,
  respond: RespondDirectives | undefined,
  variables: Variables,
  place: string,
): WebhookReply {
  if (respond === undefined) return ACCEPTED;
  const type = respond.type ?? 'json';
  const status = Number(render(session, respond.status ?? 200, variables, `${place}/status`));
  const headers = render(session, respond.headers ?? {}, variables, `${place}/headers`) as Variables;
  const body = render(session, respond.body, variables, `${place}/body`);
  const own = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  return { status, headers: { 'content-type': MEDIA[type], ...own }, body: bodyText(type, body) };
}

function bodyText(type: keyof typeof MEDIA, body: unknown): string {
  if (body === undefined) return '';
  if (type === 'json') return JSON.stringify(body);
  if (type === 'text') return String(body);
  return new URLSearchParams(body as Record<string, string>).toString();
}
