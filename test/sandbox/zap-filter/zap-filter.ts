import { allPass, anyPasses } from '../iml/three-valued.ts';
import { MATCHES } from './matches.ts';
import { readField } from './read-field.ts';
import { refuse } from './refuse.ts';

/** One criterion of a Zap's Filter step, as an exported Zap holds it. */
export interface ZapCriterion {
  readonly id: number;
  /** Criteria of one group are joined by "and", groups by "or". */
  readonly group: number;
  /** A field of an earlier step, such as `1__Amount`. */
  readonly key: string;
  readonly match?: string;
  readonly value: string;
  readonly action: string;
}

/**
 * Whether a run passes a Filter step. `values` are the outputs of the steps by step id (`{ '1': { Amount: 5 } }`).
 * A criterion whose meaning is open throws ZapFilterRefusal, unless the others decide alone whatever it means.
 */
export function passesZapFilter(
  criteria: readonly ZapCriterion[],
  values: Readonly<Record<string, unknown>>,
): boolean {
  if (criteria.length === 0) refuse('no-criteria', 'filter_criteria');
  if (criteria.length > 1 && criteria.some(({ action }) => action === 'stop'))
    refuse('stop-in-company', `${criteria.length} criteria`);
  const groups = [...new Set(criteria.map(({ group }) => group))].map((group) => () => {
    const members = criteria.filter((criterion) => criterion.group === group);
    return allPass(members.map((criterion) => () => holds(criterion, values)));
  });
  return anyPasses(groups);
}

/** Negation is the same match with the action "stop". */
function holds(criterion: ZapCriterion, values: Readonly<Record<string, unknown>>): boolean {
  const { action, key, match, value } = criterion;
  if (action !== 'continue' && action !== 'stop') refuse('unknown-action', action);
  if (key === '' || match === undefined) return refuse('no-match', key);
  if (value.includes('{{')) refuse('mapped-value', value);
  const matches = MATCHES.get(match) ?? refuse('unknown-match', match);
  const found = matches(readField(values, key), value);
  if (action === 'continue') return found;
  return match === 'boolean' ? refuse('boolean-stop', key) : !found;
}
