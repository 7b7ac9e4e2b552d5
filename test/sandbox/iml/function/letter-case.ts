import { refuse } from '../refuse.ts';
import { define } from './define.ts';
import { text } from './parameter.ts';

/** Changing the case of letters; only ASCII letters have a documented mapping. */
export const LETTER_CASE = [
  define('lower', [text('text')], (_, value) => lower(value)),
  define('upper', [text('text')], (_, value) => upper(value)),
  define('capitalize', [text('text')], (_, value) => {
    const first = [...value][0] ?? '';
    return upper(first) + value.slice(first.length);
  }),
  define('startcase', [text('text')], (_, value) => {
    if (!/^([A-Za-z]+( [A-Za-z]+)*)?$/.test(value)) refuse('startcase-words', value);
    return value.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  }),
];

function lower(value: string): string {
  for (const letter of nonAscii(value)) if (letter.toLowerCase() !== letter) refuse('letter-case', letter);
  return value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function upper(value: string): string {
  for (const letter of nonAscii(value)) if (letter.toUpperCase() !== letter) refuse('letter-case', letter);
  return value.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** The text for comparing without regard to case; refused for non-ASCII letters that have a case. */
export function foldAscii(value: string): string {
  for (const letter of nonAscii(value))
    if (letter.toLowerCase() !== letter || letter.toUpperCase() !== letter) refuse('letter-case', letter);
  return value.toLowerCase();
}

function nonAscii(value: string): readonly string[] {
  return value.match(/[^\0-\x7f]/gu) ?? [];
}
