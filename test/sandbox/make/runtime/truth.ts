import type { Scope } from '../../iml/environment.ts';
import { evaluateExpression } from '../../iml/evaluate/evaluate.ts';
import type { Expression } from '../../iml/syntax.ts';
import { allPass, anyPasses } from '../../iml/three-valued.ts';

/**
 * Whether an expression is true where only that matters: of `a && b` and `a || b` the truth is certain although the value
 * they give is open for operands that are no booleans.
 */
export function truthOf(expression: Expression, scope: Scope): boolean {
  if (expression.kind === 'not') return !truthOf(expression.operand, scope);
  if (expression.kind === 'binary' && (expression.operator === 'all' || expression.operator === 'any')) {
    const operands = [expression.left, expression.right].map((operand) => () => truthOf(operand, scope));
    return expression.operator === 'all' ? allPass(operands) : anyPasses(operands);
  }
  return Boolean(evaluateExpression(expression, scope));
}
