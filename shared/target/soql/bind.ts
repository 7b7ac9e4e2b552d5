import { compileText } from '../js/fill.ts';
import { placeAt } from '../js/place.ts';
import type { Scope } from '../js/scope.ts';
import type { SoqlText } from './soql-text.ts';

/**
 * The query with its values filled in, each escaped for where it stands.
 *
 * Throws InvalidInputError when an input is empty, no API name where one must stand, or too long.
 */
export function bindQuery(text: SoqlText, scope: Pick<Scope, 'parameters' | 'now'> & Partial<Scope>): string {
  const nothing = { record: {}, notes: {}, answer: undefined, locale: 'en-US', fiscalYearStartMonth: 1 };
  return compileText(text, placeAt('query'))({ ...nothing, ...scope });
}
