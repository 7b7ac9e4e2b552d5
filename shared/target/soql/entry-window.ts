import type { EnteredNode } from '../../language/node/entered.ts';
import { fallback } from '../../language/node/fallback.ts';
import type { Expression } from '../../language/node/node.ts';
import { joined, type Parts, valueHole } from './operand.ts';

/** The dates between which the state was entered, where a record that never changed counts by its creation. */
export function entryWindow(node: EnteredNode, path: string): Parts {
  const within = (field: string): Parts =>
    joined(
      [
        node.since ? [`${field} >= `, boundHole(node.since, '1970-01-01T00:00:00Z', `${path}.since`)] : [],
        node.until ? [`${field} < `, boundHole(node.until, '2999-12-31T00:00:00Z', `${path}.until`)] : [],
      ].filter((parts) => parts.length > 0),
      ' AND ',
    );
  if (node.changedAt.length === 0) return within('CreatedDate');
  const changedAt = node.changedAt.join('.');
  const changed = node.since && node.until ? ['(', ...within(changedAt), ')'] : within(changedAt);
  return ['(', ...changed, ` OR (${changedAt} = null AND `, ...within('CreatedDate'), '))'];
}

function boundHole(value: Expression<'instant'>, otherwise: string, path: string): Parts[number] {
  return valueHole(fallback(value, otherwise), 'instant', path);
}
