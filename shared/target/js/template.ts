import { InvalidTreeError } from '../../language/invalid-tree-error.ts';
import type { Node } from '../../language/node/node.ts';
import { isExpression, type Template } from '../../language/template.ts';
import { isAlwaysText } from './known-type.ts';
import type { Evaluate } from './place.ts';
import { isThere } from './value.ts';

/** Compiles a node at a path. */
type EvaluateNode = (node: Node, path: string) => Evaluate;

/** A function that yields the template with its expressions replaced by their values. Throws InvalidTreeError. */
export function fillTemplate(template: Template, path: string, evaluate: EvaluateNode): Evaluate {
  if (typeof template === 'function' || template === undefined)
    throw new InvalidTreeError(typeof template, path, 'a template is JSON with expressions');
  if (typeof template !== 'object' || template === null) return () => template;
  if (isExpression(template)) {
    const value = evaluate(template, path);
    if (isAlwaysText(template)) return value;
    return (scope) => {
      const found = value(scope);
      return isThere(found) ? found : undefined;
    };
  }
  if (!holdsExpression(template)) return () => template;
  if (Array.isArray(template)) {
    const items = template.map((item: Template, at) => fillTemplate(item, `${path}[${at}]`, evaluate));
    const spreads = template.map((item: Template) => isExpression(item) && item.kind === 'each');
    if (!spreads.includes(true)) return (scope) => items.map((item) => item(scope) ?? null);
    return (scope) => items.flatMap((item, at) => (spreads[at] ? item(scope) : [item(scope) ?? null]));
  }
  const parts = Object.entries(template).map(([key, part]) => {
    const value = holdsExpression(part) ? fillTemplate(part, `${path}.${key}`, evaluate) : undefined;
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
