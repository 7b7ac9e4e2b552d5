import { LETTERS } from '../../../generated/text-table.ts';

const ASCII = new Map(LETTERS.flatMap(([to, from]) => [...from].map((letter) => [letter, to] as const)));

/** The text as a part of a channel name, at most `length` long and possibly empty. */
export function writeSlug(text: string, length: number): string {
  return text
    .replace(/[\u0080-\uffff]/g, (letter) => ASCII.get(letter) ?? letter)
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .toLowerCase()
    .replace(/^[-_]+/, '')
    .slice(0, length)
    .replace(/[-_]+$/, '');
}
