import type { FieldFunctionExpression, FieldType as Selected } from 'soql-parser-js';
import { isTransform, transformOf } from './format.ts';
import { malformed } from './malformed.ts';
import type { Scope } from './scope.ts';
import { addCell, addPath, emptyShape, type Print, printer, type Shape } from './shape.ts';
import { compileSubquery } from './subquery.ts';
import { compileTypeof } from './typeof.ts';

const MOST_SUBQUERIES = 20;
const MOST_PARENT_PATHS = 55;

/** Compiles the select list of a query without aggregates. */
export function compileSelect(scope: Scope, fields: readonly Selected[]): Print {
  const having = (type: Selected['type']) => fields.filter((field) => field.type === type).length;
  if (having('FieldSubquery') > MOST_SUBQUERIES)
    throw malformed('The number of child relationship subqueries cannot exceed 20.');
  if (having('FieldRelationship') > MOST_PARENT_PATHS)
    throw malformed('The number of parent relationship paths cannot exceed 55.');
  const shape = emptyShape();
  for (const field of fields) addSelected(scope, shape, field);
  return printer(shape);
}

/** The alias a selected field was given. */
export function aliasOf(selected: Selected): string | undefined {
  return 'alias' in selected ? selected.alias : undefined;
}

/** A selected field as it was written, without the object's alias. */
export function writtenPath(selected: {
  readonly field: string;
  readonly relationships?: readonly string[];
}) {
  return [...(selected.relationships ?? []), selected.field].join('.');
}

function addSelected(scope: Scope, shape: Shape, selected: Selected): void {
  switch (selected.type) {
    case 'Field':
    case 'FieldRelationship':
      if (aliasOf(selected) !== undefined) throw malformed('only aggregate expressions use field aliasing');
      addPath(scope.org, shape, scope.path(writtenPath(selected)));
      break;
    case 'FieldFunctionExpression':
      addFunction(scope, shape, selected);
      break;
    case 'FieldSubquery': {
      const { relationshipName, print } = compileSubquery(scope, selected.subquery);
      addCell(shape, relationshipName, print);
      break;
    }
    case 'FieldTypeof': {
      const { relationshipName, print } = compileTypeof(scope, selected);
      addCell(shape, relationshipName, print);
      break;
    }
  }
}

function addFunction(scope: Scope, shape: Shape, selected: FieldFunctionExpression): void {
  const names: string[] = [];
  let inner: string | FieldFunctionExpression = selected;
  while (typeof inner !== 'string') {
    if (!isTransform(inner.functionName)) throw malformed(`unexpected token: '${inner.functionName}'`);
    names.unshift(inner.functionName);
    const [parameter, ...more]: readonly (string | FieldFunctionExpression)[] = inner.parameters;
    if (parameter === undefined || more.length > 0)
      throw malformed(`unexpected token: '${selected.rawValue ?? selected.functionName}'`);
    inner = parameter;
  }
  const path = scope.path(inner);
  const transforms = names.map((name) => transformOf(scope.org, name, path.field));
  addPath(scope.org, shape, path, selected.alias, transforms);
}
