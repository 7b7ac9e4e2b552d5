import { refuse } from '../refuse.ts';

/** A request to a webhook, as its expressions see it. */
export interface IncomingRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The reply to a webhook's caller. */
export interface WebhookReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Reads an HTTP request by its content type; only JSON, forms and plain texts are read. */
export async function readIncoming(request: Request): Promise<IncomingRequest> {
  const { searchParams, pathname } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  return {
    method: request.method,
    query: Object.fromEntries(searchParams),
    headers,
    body: parseIncoming(await request.text(), headers['content-type'] ?? '', pathname),
  };
}

function parseIncoming(text: string, contentType: string, place: string): unknown {
  const media = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (text === '') return undefined;
  if (media === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(text));
  if (media === 'text/plain') return text;
  if (media.endsWith('xml')) return refuse('xml', place);
  if (media !== 'application/json') return refuse('hook-input', `${place}: ${media}`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('hook-input', `${place}: malformed JSON`);
  }
}
