import { randomFrom, wholeSeconds } from '../date/clock.ts';
import { DIALECTS } from '../dialect.ts';
import type { Scope } from '../environment.ts';
import { ImlError } from '../error.ts';
import { functionNamed } from '../function/functions.ts';
import { keywordValue } from '../keyword.ts';
import { checkLimit } from '../limit.ts';
import { refuse } from '../refuse.ts';
import type { BareWords, Expression } from '../syntax.ts';
import { isTrue } from '../value.ts';
import { OPERATE } from './operate.ts';
import { readPath } from './read-path.ts';

/** The value of an expression. Throws ImlRefusal for an open meaning, ImlError for a failure, ImlLimitError for size. */
export function evaluateExpression(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'keyword':
      return keywordValue(expression.name, (name) => makeValue(name, scope));
    case 'path':
      return readPath(variable(expression.root, scope), expression.steps);
    case 'bare':
      return bareValue(expression, scope);
    case 'not':
      return !isTrue(evaluateCondition(expression.operand, scope));
    case 'call':
      return guard(call(expression.name, expression.arguments, scope));
    case 'binary':
      return guard(binary(expression, scope, false));
  }
}

/** As `evaluateExpression`, for a place where only the truth of the value counts. */
export function evaluateCondition(expression: Expression, scope: Scope): unknown {
  if (expression.kind === 'binary') return binary(expression, scope, true);
  return evaluateExpression(expression, scope);
}

type Binary = Extract<Expression, { kind: 'binary' }>;

/** Both sides are always evaluated: only `if` and `ifempty` are documented as lazy. */
function binary(expression: Binary, scope: Scope, forTruth: boolean): unknown {
  const { operator } = expression;
  if (operator === 'all' || operator === 'any') return logical(expression, operator, scope, forTruth);
  return OPERATE[operator](
    evaluateExpression(expression.left, scope),
    evaluateExpression(expression.right, scope),
  );
}

function logical(expression: Binary, operator: 'all' | 'any', scope: Scope, forTruth: boolean): unknown {
  const read = forTruth ? evaluateCondition : evaluateExpression;
  const left = read(expression.left, scope);
  const right = read(expression.right, scope);
  if (operator === 'any') return isTrue(left) ? left : right;
  if (!forTruth && (typeof left !== 'boolean' || typeof right !== 'boolean')) refuse('and-as-value', left);
  return isTrue(left) && isTrue(right);
}

function call(name: string, given: readonly Expression[], scope: Scope): unknown {
  const found = functionNamed(name, DIALECTS[scope.dialect].appRuntime);
  return found.call(given, scope, { value: evaluateExpression, condition: evaluateCondition });
}

/** Bare words are text unless all their names are variables; a mixture is refused. */
function bareValue(bare: BareWords, scope: Scope): unknown {
  const known = bare.names.filter((name) => Object.hasOwn(scope.environment.variables, name)).length;
  if (known === 0 && !bare.anchored) return bare.raw;
  if (bare.reading instanceof Error) throw bare.reading;
  return known === bare.names.length
    ? evaluateExpression(bare.reading, scope)
    : refuse('mixed-bare-words', bare.raw);
}

function variable(root: string, scope: Scope): unknown {
  const { variables } = scope.environment;
  return Object.hasOwn(variables, root) ? variables[root] : undefined;
}

function makeValue(name: string, scope: Scope): unknown {
  const { environment } = scope;
  if (name === 'now') return new Date(environment.now());
  if (name === 'timestamp') return wholeSeconds(environment.now());
  if (name === 'random') return randomFrom(environment);
  if (name === 'emptyarray') return [];
  if (environment.uuid === undefined)
    throw new ImlError('The expression uses uuid, but the environment gives no `uuid` function. Add one.');
  return environment.uuid();
}

function guard(value: unknown): unknown {
  if (typeof value === 'string') checkLimit('textLength', value.length, 'the length of a text');
  else if (Array.isArray(value)) checkLimit('arrayLength', value.length, 'the length of an array');
  return value;
}
