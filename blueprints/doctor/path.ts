import { API_PATH } from '../../shared/salesforce/api-version.ts';
import type { Question } from './check.ts';

/** A query of the org's records. */
export function query(soql: string): Question {
  return { to: 'salesforce', path: `${API_PATH}/query?q=${encodeURIComponent(soql)}` };
}

/** A query of the org's metadata. */
export function toolingQuery(soql: string): Question {
  return { to: 'salesforce', path: `${API_PATH}/tooling/query?q=${encodeURIComponent(soql)}` };
}

/** What Salesforce says of an object. */
export function describe(object: string): Question {
  return { to: 'salesforce', path: `${API_PATH}/sobjects/${object}/describe` };
}

/** Texts as a list of SOQL; API names need no escape. */
export function inList(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

/** The rows in an answer. */
export function rowsIn(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  return (body as { readonly records?: readonly Record<string, unknown>[] } | undefined)?.records ?? [];
}
