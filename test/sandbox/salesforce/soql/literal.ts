import { invalidFilter, malformed } from './malformed.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
};

/** The longest text a WHERE clause may compare with, in characters. */
const LONGEST = 4000;

/** One character of a LIKE pattern: itself, any one, or any number of any. */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'many' };

/** The text of a quoted literal. A backslash before anything that is no escape is MALFORMED_QUERY. */
export function unquote(literal: string): string {
  return decode(literal, false)
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'one' ? '_' : '%'))
    .join('');
}

/** The parts of a quoted LIKE pattern, where `\%` and `\_` are ordinary characters. */
export function unquotePattern(literal: string): readonly PatternPart[] {
  return decode(literal, true);
}

function decode(literal: string, pattern: boolean): readonly PatternPart[] {
  const inner = literal.slice(1, -1);
  if (inner.length > LONGEST)
    throw invalidFilter('The text in a WHERE clause cannot exceed 4000 characters.');
  const parts: PatternPart[] = [];
  for (let position = 0; position < inner.length; position++) {
    const character = inner.charAt(position);
    if (character === '%' || character === '_') {
      parts.push({ kind: character === '%' ? 'many' : 'one' });
      continue;
    }
    if (character !== '\\') {
      parts.push({ kind: 'text', text: character });
      continue;
    }
    const next = inner.charAt(++position);
    const code = /^u[0-9a-fA-F]{4}/.exec(inner.slice(position, position + 5))?.[0];
    const escaped = pattern && (next === '%' || next === '_') ? next : ESCAPES[next];
    if (code !== undefined) {
      parts.push({ kind: 'text', text: String.fromCharCode(Number.parseInt(code.slice(1), 16)) });
      position += 4;
    } else if (escaped !== undefined) parts.push({ kind: 'text', text: escaped });
    else throw malformed(`Illegal escape sequence: \\${next}`);
  }
  return parts;
}
