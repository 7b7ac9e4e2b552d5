import type { RawRequest } from './hook-server.ts';
import { refuse } from './refuse.ts';

/** What `bundle.cleanedRequest` holds of a request: the fields of its JSON object or form, `{}` without a body. */
export function cleanedRequest({ content, headers }: RawRequest): Readonly<Record<string, unknown>> {
  if (content === '') return {};
  const media = (headers['Http-Content-Type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (media === 'application/x-www-form-urlencoded') return fromForm(new URLSearchParams(content));
  return media === 'application/json' ? fromJson(content) : refuse('hook-body', media);
}

function fromForm(form: URLSearchParams): Readonly<Record<string, string>> {
  const names = [...form.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? Object.fromEntries(form) : refuse('hook-body', `"${twice}" twice`);
}

function fromJson(content: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return refuse('hook-body', 'malformed JSON');
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse('hook-body', 'JSON that is no object');
}
