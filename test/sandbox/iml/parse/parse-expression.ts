import { type Operator, PRECEDENCE } from '../dialect.ts';
import { isKeyword } from '../keyword.ts';
import { checkLimit } from '../limit.ts';
import { refuse } from '../refuse.ts';
import type { Expression } from '../syntax.ts';
import { type Cursor, isNext, skipBlanks, take, takeName, takeText, unexpected } from './cursor.ts';
import { parseArguments } from './parse-arguments.ts';
import { parseNumber, parseText } from './parse-literal.ts';
import { parsePath, takeQuotedName } from './parse-path.ts';

const MODULE_ID = /\d+(?=\.[\p{L}_$`])/uy;
const DIGIT = /\d/;
const COMPARISON = 10;

/** Reads one expression, stopping before whatever cannot continue it. */
export function parseExpression(cursor: Cursor): Expression {
  cursor.depth += 1;
  checkLimit('expressionDepth', cursor.depth, 'the nesting of the expression');
  const expression = parseOperators(cursor, 0, { operators: 0 });
  cursor.depth -= 1;
  return expression.node;
}

/** `bare`: a comparison without parentheses around it. */
interface Operand {
  readonly node: Expression;
  readonly comparison: boolean;
}

function parseOperators(cursor: Cursor, least: number, count: { operators: number }): Operand {
  let left: Operand = { node: parseOperand(cursor), comparison: false };
  for (;;) {
    const start = cursor.position;
    const operator = takeOperator(cursor);
    if (operator === undefined || PRECEDENCE[operator] < least) {
      cursor.position = start;
      return left;
    }
    count.operators += 1;
    checkLimit('expressionOperators', count.operators, 'the number of operators in a row');
    const right = parseOperators(cursor, PRECEDENCE[operator] + 1, count);
    const comparison = PRECEDENCE[operator] === COMPARISON || PRECEDENCE[operator] === COMPARISON + 1;
    if (comparison && (left.comparison || right.comparison))
      refuse('chained-comparison', cursor.text.slice(start, cursor.position));
    left = { node: { kind: 'binary', operator, left: left.node, right: right.node }, comparison };
  }
}

function takeOperator(cursor: Cursor): Operator | undefined {
  skipBlanks(cursor);
  for (const [spelling, operator] of cursor.rules.operators) if (takeText(cursor, spelling)) return operator;
  const start = cursor.position;
  const word = takeName(cursor);
  const operator = word === undefined ? undefined : cursor.rules.wordOperators.get(word);
  if (operator === undefined) cursor.position = start;
  return operator;
}

function parseOperand(cursor: Cursor): Expression {
  skipBlanks(cursor);
  const next = cursor.text[cursor.position];
  if (next === undefined) throw unexpected(cursor, 'a value');
  if (cursor.rules.quotes.includes(next)) return parseText(cursor, next);
  if (next === '(') return parseGroup(cursor);
  if (next === '!' && cursor.rules.not) return parseNot(cursor);
  if (next === '[' || (next === '{' && !isNext(cursor, '{{')))
    refuse('array-or-object-literal', cursor.text.slice(cursor.position, cursor.position + 20));
  if (cursor.rules.moduleIds) {
    const id = take(cursor, MODULE_ID);
    if (id !== undefined) return parsePath(cursor, id, true, false);
  }
  if (next === '-' || DIGIT.test(next)) return parseNumber(cursor);
  return parseNamed(cursor);
}

function parseGroup(cursor: Cursor): Expression {
  cursor.position += 1;
  const inner = parseExpression(cursor);
  skipBlanks(cursor);
  if (!takeText(cursor, ')')) throw unexpected(cursor, 'an operator or ")"');
  return inner;
}

function parseNot(cursor: Cursor): Expression {
  cursor.position += 1;
  cursor.depth += 1;
  checkLimit('expressionDepth', cursor.depth, 'the nesting of the expression');
  const operand = parseOperand(cursor);
  cursor.depth -= 1;
  return { kind: 'not', operand };
}

function parseNamed(cursor: Cursor): Expression {
  const quoted = takeQuotedName(cursor);
  if (quoted !== undefined) return parsePath(cursor, quoted, cursor.rules.moduleIds, true);
  const start = cursor.position;
  const name = takeName(cursor);
  if (name === undefined || cursor.rules.wordOperators.has(name)) {
    cursor.position = start;
    throw unexpected(cursor, 'a value');
  }
  if (takeText(cursor, '(')) return { kind: 'call', name, arguments: parseArguments(cursor) };
  if (!isKeyword(name, cursor.rules)) return parsePath(cursor, name, false, false);
  const path = parsePath(cursor, name, false, false);
  if (path.kind === 'path' && path.steps.length > 0) {
    cursor.position = start + name.length;
    throw unexpected(cursor, `an operator or the end, since ${name} has no fields`);
  }
  return { kind: 'keyword', name };
}
