import type { Condition, Expression, Node } from '../../language/node/node.ts';
import { parametersUsed } from '../../language/parameters-used.ts';
import type { Template } from '../../language/template.ts';
import { type Evaluate, evaluateAt } from './place.ts';
import { findRepeated, keeping } from './repeat.ts';
import { fillTemplate } from './template.ts';

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
  const evaluate = (node: Node, at: string) => evaluateAt(node, at, repeated);
  return keeping(fillTemplate(template, path, evaluate), repeated);
}
