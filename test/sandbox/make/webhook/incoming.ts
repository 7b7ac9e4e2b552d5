import { refuse } from '../refuse.ts';
import { parseXml } from './parse-xml.ts';

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

/** Reads an HTTP request by its content type: JSON, a form, XML or plain text; the fields of a form stay texts. */
export async function readIncoming(request: Request): Promise<IncomingRequest> {
  const { searchParams, pathname } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  return {
    method: request.method,
    query: fieldsOf(searchParams, `${pathname} query`),
    headers,
    body: parseIncoming(await request.text(), headers['content-type'] ?? '', pathname),
  };
}

function parseIncoming(text: string, contentType: string, place: string): unknown {
  const media = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (text === '') return undefined;
  if (media === 'application/x-www-form-urlencoded') return fieldsOf(new URLSearchParams(text), place);
  if (media === 'text/plain') return text;
  if (media.endsWith('xml')) return parseXml(text, place);
  if (media !== 'application/json') return refuse('hook-body', `${place}: ${media}`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse('hook-body', `${place}: malformed JSON`);
  }
}

function fieldsOf(form: URLSearchParams, place: string): Readonly<Record<string, string>> {
  const names = [...form.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? Object.fromEntries(form) : refuse('hook-body', `${place}: "${twice}" twice`);
}
