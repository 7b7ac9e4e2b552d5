import { InvalidTreeError } from '../../language/invalid-tree-error.ts';
import type { Condition, Expression } from '../../language/node/node.ts';
import { parametersUsed } from '../../language/parameters-used.ts';
import { isExpression, type Template } from '../../language/template.ts';
import { isAlwaysText } from './known-type.ts';
import { type Evaluate, evaluateAt } from './place.ts';
import { findRepeated, keeping, type Repeated } from './repeat.ts';
import { isThere } from './value.ts';

/** A function that yields the expression's value. Throws InvalidTreeError for a tree that is none. */
export function compileValue(expression: Expression): Evaluate {
  return compileAt(expression, 'expression');
}

/** A function that tells whether the condition holds. Throws InvalidTreeError for a tree that is none. */
export function compileCondition(condition: Condition): Evaluate<boolean> {
  const holds = compileAt(condition, 'condition');
  return (scope) => holds(scope) === true;
}

/** A function that yields the template with its expressions replaced by their values. Throws InvalidTreeError. */
export function compileTemplate(template: Template): Evaluate {
  return compileAt(template, 'template');
}

function compileAt(template: Template, path: string): Evaluate {
  parametersUsed(template, path);
  const repeated = findRepeated(template);
  return keeping(fill(template, path, repeated), repeated);
}

function fill(template: Template, path: string, repeated: Repeated): Evaluate {
  if (typeof template === 'function' || template === undefined)
    throw new InvalidTreeError(typeof template, path, 'a template is JSON with expressions');
  if (typeof template !== 'object' || template === null) return () => template;
  if (isExpression(template)) {
    const value = evaluateAt(template, path, repeated);
    if (isAlwaysText(template)) return value;
    return (scope) => {
      const found = value(scope);
      return isThere(found) ? found : undefined;
    };
  }
  if (!holdsExpression(template)) return () => template;
  if (Array.isArray(template)) {
    const items = template.map((item: Template, at) => fill(item, `${path}[${at}]`, repeated));
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  const parts = Object.entries(template).map(([key, part]) => {
    const value = holdsExpression(part) ? fill(part, `${path}.${key}`, repeated) : undefined;
    return { key, value, constant: part };
  });
  return (scope) => {
    const filled: Record<string, unknown> = {};
    for (const { key, value, constant } of parts) {
      const found = value === undefined ? constant : value(scope);
      if (found !== undefined) filled[key] = found;
    }
    return filled;
  };
}

function holdsExpression(template: Template): boolean {
  if (typeof template !== 'object' || template === null)
    return template === undefined || typeof template === 'function';
  return isExpression(template) || Object.values(template).some(holdsExpression);
}
