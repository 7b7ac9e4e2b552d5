import type { Dialect } from '../dialect.ts';
import { LIMITS } from '../limit.ts';
import { refuse } from '../refuse.ts';
import type { Expression, Template } from '../syntax.ts';
import { skipBlanks, startCursor, takeText, unexpected } from './cursor.ts';
import { parseExpression } from './parse-expression.ts';

const remembered = { imljson: new Map<string, Template>(), mapper: new Map<string, Template>() };
const rememberedExpressions = {
  imljson: new Map<string, Expression>(),
  mapper: new Map<string, Expression>(),
};

/** Splits a text into its plain parts and its `{{…}}` expressions; the result of a text is remembered. */
export function parseTemplate(text: string, dialect: Dialect): Template {
  return remember(remembered[dialect], text, () => readTemplate(text, dialect));
}

/** Parses a single expression without braces; the result is remembered. */
export function parseWholeExpression(text: string, dialect: Dialect): Expression {
  return remember(rememberedExpressions[dialect], text, () => {
    const cursor = startCursor(text, dialect);
    const expression = parseExpression(cursor);
    skipBlanks(cursor);
    if (cursor.position < text.length) throw unexpected(cursor, 'an operator or the end');
    return expression;
  });
}

function remember<T>(memory: Map<string, T>, text: string, make: () => T): T {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const made = make();
  if (memory.size >= LIMITS.rememberedTemplates) memory.clear();
  memory.set(text, made);
  return made;
}

function readTemplate(text: string, dialect: Dialect): Template {
  const cursor = startCursor(text, dialect);
  const parts: (string | Expression)[] = [];
  for (;;) {
    const open = text.indexOf('{{', cursor.position);
    const plain = text.slice(cursor.position, open < 0 ? text.length : open);
    if (plain !== '') parts.push(plain);
    if (open < 0) break;
    if (text[open + 2] === '{') refuse('triple-brace', text.slice(open, open + 20));
    cursor.position = open + 2;
    parts.push(parseExpression(cursor));
    skipBlanks(cursor);
    if (!takeText(cursor, '}}')) throw unexpected(cursor, 'an operator or "}}"');
  }
  const expressions = parts.filter((part) => typeof part !== 'string');
  const blanksOnly = parts.every((part) => typeof part !== 'string' || part.trim() === '');
  if (expressions.length === 1 && parts.length > 1 && blanksOnly) refuse('blank-around-expression', text);
  return { dialect, parts };
}
