import { refuse } from '../refuse.ts';

/** A body ready to be sent; `contentType` is set when the request does not name one itself. */
export interface BuiltBody {
  readonly sent: string | Uint8Array<ArrayBuffer> | FormData | undefined;
  readonly contentType: string | undefined;
  readonly logged: unknown;
}

type Headers = readonly (readonly [name: string, value: string])[];

/** Serialises a rendered body; undefined sends none. */
export function buildBody(type: string, body: unknown, headers: Headers, place: string): BuiltBody {
  if (body === undefined) return { sent: undefined, contentType: undefined, logged: undefined };
  const own = headers.find(([name]) => name === 'Content-Type')?.[1];
  const labelled = (sent: BuiltBody['sent'], media: string): BuiltBody => {
    if (own !== undefined && own.split(';')[0]?.trim().toLowerCase() !== media) refuse('content-type', place);
    return { sent, contentType: own === undefined ? media : undefined, logged: body };
  };
  switch (type) {
    case 'json':
      if (typeof body !== 'object' || body === null || body instanceof Date)
        return refuse('json-body', place);
      return labelled(JSON.stringify(body), 'application/json');
    case 'urlencoded':
      return labelled(
        new URLSearchParams(fields(body, place)).toString(),
        'application/x-www-form-urlencoded',
      );
    case 'multipart/form-data': {
      if (own !== undefined) refuse('content-type', place);
      const form = new FormData();
      for (const [name, value] of fields(body, place)) form.append(name, value);
      return { sent: form, contentType: undefined, logged: body };
    }
    case 'binary':
      if (!(body instanceof Uint8Array) || own === undefined) return refuse('text-body', place);
      return { sent: new Uint8Array(body), contentType: undefined, logged: '(binary)' };
    default:
      if (typeof body !== 'string' || own === undefined) return refuse('text-body', place);
      return { sent: body, contentType: undefined, logged: body };
  }
}

/** The fields of a form: null and undefined ones are dropped. */
function fields(body: unknown, place: string): [string, string][] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('form-body', place);
  return Object.entries(body).flatMap(([name, value]): [string, string][] => {
    if (value === null || value === undefined) return [];
    return typeof value === 'object' ? refuse('form-body', `${place} ${name}`) : [[name, String(value)]];
  });
}
