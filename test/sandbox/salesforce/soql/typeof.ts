import type { FieldTypeOf } from 'soql-parser-js';
import { findSobject } from '../visible.ts';
import { unknownSobject } from './from.ts';
import { invalidField, malformed } from './malformed.ts';
import { parentOf, resolveStep } from './path.ts';
import { createScope, type Scope } from './scope.ts';
import { addPath, type Cell, emptyShape, type Print, printer } from './shape.ts';

/** A select cell under a relationship's name. */
export interface RelationshipCell {
  readonly relationshipName: string;
  readonly print: Cell;
}

/** Compiles TYPEOF: what is shown of a parent depends on its object; a parent of none of the objects is null. */
export function compileTypeof(scope: Scope, selected: FieldTypeOf): RelationshipCell {
  const { org } = scope;
  const { lookup, target } = resolveStep(org, scope.sobject, selected.field);
  if (lookup.referenceTo.length < 2)
    throw invalidField(`TYPEOF can only be used with polymorphic relationships: ${selected.field}`);
  const prints = new Map<string, Print>();
  let otherwise: Print | undefined;
  for (const condition of selected.conditions) {
    const name = condition.objectType ?? '';
    const sobject = condition.type === 'ELSE' ? target : findSobject(org, name);
    if (sobject === undefined) throw unknownSobject(name);
    if (condition.type === 'WHEN' && !lookup.referenceTo.includes(sobject.name))
      throw malformed(`TYPEOF: ${selected.field} cannot be of type ${sobject.name}`);
    const shape = emptyShape();
    const inner = createScope(org, sobject, undefined);
    for (const written of condition.fieldList) addPath(org, shape, inner.path(written));
    if (condition.type === 'ELSE') otherwise = printer(shape);
    else prints.set(sobject.name, printer(shape));
  }
  return {
    relationshipName: String(lookup.relationshipName),
    print: (found, base) => {
      const parent = parentOf(org, lookup, found.row);
      if (parent === undefined) return null;
      return (prints.get(parent.sobject.name) ?? otherwise)?.(parent, base) ?? null;
    },
  };
}
