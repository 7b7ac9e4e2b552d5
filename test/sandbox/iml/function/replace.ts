import { ImlError } from '../error.ts';
import { refuse } from '../refuse.ts';
import { define } from './define.ts';
import { foldAscii } from './letter-case.ts';
import { filledText, forcedText, text } from './parameter.ts';

/** Replacing plain texts and patterns. */
export const REPLACE = [
  define(
    'replace',
    [text('text'), filledText('search'), forcedText('replacement')],
    (_, value, search, replacement) => {
      const pattern = /^\/(.+)\/([a-z]*)$/s.exec(search);
      if (pattern !== null) return replacePattern(value, pattern[1] ?? '', pattern[2] ?? '', replacement);
      if (replacement.includes('$')) refuse('dollar-in-plain-replacement', replacement);
      return value.replaceAll(search, () => replacement);
    },
  ),
];

function replacePattern(value: string, source: string, flags: string, replacement: string): string {
  if (!/^(?!.*(.).*\1)[gim]*$/.test(flags) || !flags.includes('g'))
    refuse('pattern-flags', `/${source}/${flags}`);
  if (/\(\?</.test(source)) refuse('named-group', source);
  if (/\\[pPuk]\{|\\k</.test(source)) refuse('pattern-escape', source);
  if (flags.includes('i')) foldAscii(value + source);
  const groups = countGroups(source, flags);
  checkReplacement(replacement, groups);
  return value.replace(new RegExp(source, flags), replacement);
}

function countGroups(source: string, flags: string): number {
  try {
    return (new RegExp(`${source}|`, flags.replace('g', '')).exec('')?.length ?? 1) - 1;
  } catch (error) {
    throw new ImlError(
      `replace: /${source}/${flags} is no regular expression (${(error as Error).message}).`,
    );
  }
}

/** Only `$&` and `$1`… of an existing group are documented; a digit after `$1` would leave open which group is meant. */
function checkReplacement(replacement: string, groups: number): void {
  for (const [form] of replacement.matchAll(/\$([1-9]\d?|.?)/gs)) {
    const group = /^\$[1-9]$/.test(form) ? Number(form[1]) : undefined;
    if (form !== '$&' && (group === undefined || group > groups)) refuse('dollar-form', replacement);
  }
}
