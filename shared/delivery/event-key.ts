import { concat } from '../language/node/concat.ts';
import { keep } from '../language/node/keep.ts';
import type { Expression } from '../language/node/node.ts';
import { note } from '../language/node/note.ts';

/** Keys hold these characters only, so that they need no escaping anywhere. */
const KEY_CHARACTERS = 'A-Za-z0-9_-';

/** A text as a part of a key. */
export function keyPart(value: Expression<'text'>): Expression<'text'> {
  return keep(value, KEY_CHARACTERS, '-');
}

/** The text that identifies one firing: delivery name, record id (18 characters), entry stamp. */
export function eventKey(
  delivery: Expression<'text'>,
  recordId: Expression<'text'>,
  stamp: Expression<'text'>,
): Expression<'text'> {
  return keyPart(concat(delivery, '-', recordId, '-', stamp));
}

/** The text that identifies what is delivered once a day, about no record: delivery name, day. */
export function dailyKey(delivery: Expression<'text'>, day: Expression<'date'>): Expression<'text'> {
  return keyPart(concat(delivery, '-', day));
}

/**
 * The unique key of a ledger row. The organization and the Slack team are part of it, so that the rows of a
 * refreshed sandbox, or of another workspace, are never taken for ours.
 */
export function rowKey(key: Expression<'text'>): Expression<'text'> {
  return concat(keyPart(key), '-', note('text', 'organizationId'), '-', note('text', 'teamId'));
}
