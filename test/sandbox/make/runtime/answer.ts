import { refuse } from '../refuse.ts';

/** What a service answered. */
export interface Answer {
  readonly statusCode: number;
  readonly statusText: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The declared type for a status; of several ranges the narrowest wins. */
export function declaredType(
  type: string | Readonly<Record<string, string>> | undefined,
  status: number,
): string {
  if (type === undefined || typeof type === 'string') return type ?? 'automatic';
  const matching = Object.entries(type)
    .map(([range, name]) => ({ name, width: widthAround(range, status) }))
    .filter(({ width }) => width >= 0)
    .sort((one, other) => one.width - other.width);
  return matching[0]?.name ?? 'automatic';
}

/** How many statuses a range has, or -1 when the status is outside. */
function widthAround(range: string, status: number): number {
  if (range === '*') return Number.POSITIVE_INFINITY;
  const [first = 0, last = first] = range.split('-').map(Number);
  return status >= first && status <= last ? last - first : -1;
}

/** Reads a body by its type; an empty one is undefined. */
export function parseBody(type: string, contentType: string, bytes: Uint8Array, place: string): unknown {
  if (type === 'binary') return bytes;
  const text = new TextDecoder().decode(bytes);
  if (text === '') return undefined;
  switch (type === 'automatic' ? automatic(contentType, place) : type) {
    case 'json':
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return refuse('response-malformed', place);
      }
    case 'urlencoded':
      return Object.fromEntries(new URLSearchParams(text));
    case 'xml':
      return refuse('xml', place);
    default:
      return text;
  }
}

function automatic(contentType: string, place: string): string {
  const media = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (media === 'application/json') return 'json';
  if (media === 'application/x-www-form-urlencoded') return 'urlencoded';
  if (media === 'text/plain') return 'text';
  if (media === 'application/xml' || media === 'text/xml') return 'xml';
  return refuse('response-type', `${place}: ${media === '' ? 'no content type' : media}`);
}
