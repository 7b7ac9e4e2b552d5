import { refuse } from '../refuse.ts';
import type { Expression } from '../syntax.ts';
import { type Cursor, isNext, skipBlanks, takeText, unexpected } from './cursor.ts';
import { bareWords, parseBareWords } from './parse-bare-words.ts';
import { parseExpression } from './parse-expression.ts';

/** Reads the arguments of a call whose opening parenthesis has been read, and the closing one. */
export function parseArguments(cursor: Cursor): readonly Expression[] {
  const found: Expression[] = [];
  skipBlanks(cursor);
  if (takeText(cursor, ')')) return found;
  for (;;) {
    found.push(parseArgument(cursor));
    if (takeText(cursor, ')')) return found;
    if (!takeText(cursor, cursor.rules.separator)) {
      if (isNext(cursor, ';')) refuse('semicolon-in-code', cursor.text.slice(0, cursor.position + 1));
      throw unexpected(cursor, `an operator, "${cursor.rules.separator}" or ")"`);
    }
  }
}

function parseArgument(cursor: Cursor): Expression {
  skipBlanks(cursor);
  const start = cursor.position;
  if (isNext(cursor, cursor.rules.separator) || isNext(cursor, ')'))
    refuse('empty-argument', cursor.text.slice(0, start + 1));
  if (!cursor.rules.bareWords) return parseWhole(cursor);
  const depth = cursor.depth;
  try {
    const reading = parseWhole(cursor);
    if (isNext(cursor, cursor.rules.separator) || isNext(cursor, ')'))
      return bareWords(cursor.text.slice(start, cursor.position).trim(), reading);
    throw unexpected(cursor, `an operator, "${cursor.rules.separator}" or ")"`);
  } catch (error) {
    cursor.depth = depth;
    return parseBareWords(cursor, start, error);
  }
}

function parseWhole(cursor: Cursor): Expression {
  const expression = parseExpression(cursor);
  skipBlanks(cursor);
  return expression;
}
