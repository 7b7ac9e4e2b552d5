import type { RestAnswer } from './rest-route.ts';

const REFERENCE = /@\{([A-Za-z0-9_]+)((?:\.[A-Za-z0-9_]+|\[\d+\])*)\}/g;

/** A part's address and body with references such as `@{acc.records[0].Id}` filled from earlier answers, or what is wrong. */
export function fillReferences(
  part: { readonly url: string; readonly body: unknown },
  results: ReadonlyMap<string, RestAnswer>,
): { readonly url: string; readonly body: unknown } | { readonly problem: string } {
  let problem: string | undefined;
  const fill = (text: string, encode: (value: string) => string) =>
    text.replaceAll(REFERENCE, (_whole, name: string, path: string) => {
      const value = follow(results.get(name), path);
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
        problem = `Invalid reference specified. No value for ${name}${path} found in ${name}`;
        return '';
      }
      return encode(String(value));
    });
  const fillBody = (value: unknown): unknown => {
    if (typeof value === 'string') return fill(value, (text) => text);
    if (Array.isArray(value)) return value.map(fillBody);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillBody(inner)]));
    return value;
  };
  const filled = { url: fill(part.url, encodeURIComponent), body: fillBody(part.body) };
  return problem === undefined ? filled : { problem };
}

function follow(answer: RestAnswer | undefined, path: string): unknown {
  if (answer === undefined || answer.status >= 400) return undefined;
  let at: unknown = answer.body;
  for (const [segment] of path.matchAll(/[A-Za-z0-9_]+/g)) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.hasOwn(at, segment) ? (at as Record<string, unknown>)[segment] : undefined;
  }
  return at;
}
