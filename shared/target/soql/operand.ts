import { NotExpressibleError } from '../../error.ts';
import { InvalidTreeError } from '../../language/invalid-tree-error.ts';
import type { Expression } from '../../language/node/node.ts';
import { walk } from '../../language/walk.ts';
import { isIdentifier } from './literal.ts';
import type { SoqlHole, SoqlPart } from './soql-text.ts';

export type Parts = readonly SoqlPart[];

const RECORD_KINDS: ReadonlySet<string> = new Set([
  'field',
  'named-field',
  'item-field',
  'child-field',
  'in-query',
  'entered',
  'changed',
]);

/** The expression is a field of the queried object. */
export function isField(expression: Expression): boolean {
  return expression.kind === 'field' || expression.kind === 'named-field';
}

/** The path of a field, which stands on one side of every comparison. */
export function fieldPath(expression: Expression, path: string): Parts {
  if (expression.kind === 'named-field') return [{ path: expression }];
  if (expression.kind === 'field' && expression.type !== 'list') {
    const name = expression.path.join('.');
    if (isIdentifier(name)) return [name];
    throw new InvalidTreeError('field', path, `"${name}" is no field path`);
  }
  throw new NotExpressibleError(
    'soql',
    expression.kind,
    path,
    'a query compares a field of its object with a value',
    'Put a field here, or check the record once it is read.',
  );
}

/** A value to compare a field with; it may not depend on the record. */
export function valueHole(value: Expression, as: SoqlHole['as'], path: string): SoqlHole {
  walk(value, path, (node, at) => {
    if (RECORD_KINDS.has(node.kind))
      throw new NotExpressibleError(
        'soql',
        node.kind,
        at,
        'a query compares a field with a value, never with another field',
        'Compare the two once the record is read.',
      );
  });
  if (value.kind === 'literal' && (value.value === null || value.value === ''))
    throw new InvalidTreeError('literal', path, 'a missing value equals nothing; ask with exists');
  if (value.kind === 'literal' && Array.isArray(value.value) && value.value.length === 0)
    throw new InvalidTreeError('in', path, 'the list is empty, so nothing could ever match');
  return { value, as };
}

/** The expression depends on the record, so that it has no value before the query is asked. */
export function readsRecord(expression: Expression): boolean {
  let found = false;
  walk(expression, '', ({ kind }) => {
    found ||= RECORD_KINDS.has(kind);
  });
  return found;
}

/** A value written as its own type. */
export function typedHole(value: Expression, path: string): SoqlHole {
  if (value.type === 'list') throw new InvalidTreeError(value.kind, path, 'a list is no single value');
  return valueHole(value, value.type, path);
}

/** Pieces with a separator between. */
export function joined(pieces: readonly Parts[], separator: string): Parts {
  return pieces.flatMap((piece, at) => (at === 0 ? piece : [separator, ...piece]));
}
