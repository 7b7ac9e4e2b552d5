import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import transliterate from '@sindresorhus/transliterate';

/** The locales whose separators and month names cards can use; the first one stands for any other. */
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'ja-JP'];

/** Latin-1 to Latin Extended-B, combining marks, Latin Extended Additional, Greek, Cyrillic. */
const SCRIPTS = [
  [0xc0, 0x24f],
  [0x300, 0x36f],
  [0x1e00, 0x1eff],
  [0x370, 0x3ff],
  [0x400, 0x4ff],
] as const;

const DAY = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;

function letters(): [to: string, from: string][] {
  const groups = new Map<string, string>();
  for (const [first, last] of SCRIPTS)
    for (let code = first; code <= last; code++) {
      const letter = String.fromCharCode(code);
      const ascii = transliterate(letter).toLowerCase();
      if (/^[a-z]*$/.test(ascii)) groups.set(ascii, (groups.get(ascii) ?? '') + letter);
    }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function locale(name: string) {
  const part = (parts: readonly Intl.NumberFormatPart[], type: string) =>
    parts.find((each) => each.type === type)?.value;
  const number = new Intl.NumberFormat(name, { minimumFractionDigits: 2 }).formatToParts(1234567.5);
  const percent = new Intl.NumberFormat(name, { style: 'percent' }).formatToParts(0.75);
  const day = new Intl.DateTimeFormat(name, DAY);
  const days = Array.from({ length: 12 }, (_, month) => day.formatToParts(Date.UTC(2026, month, 20)));
  return {
    group: part(number, 'group'),
    decimal: part(number, 'decimal'),
    percent: percent
      .filter(({ type }) => type === 'literal' || type === 'percentSign')
      .map(({ value }) => value)
      .join(''),
    date: days[0]?.map(({ type, value }) => (type === 'literal' ? value : `{${type}}`)).join(''),
    months: days.map((parts) => parts.find(({ type }) => type === 'month')?.value),
  };
}

/** The text of `text-table.ts`. */
export function textTable(): string {
  return `// Made by generate-text-table.ts (npm run generate); a test compares.

/** How a locale writes numbers and days; \`percent\` follows the number, \`date\` has {day}, {month} and {year}. */
export interface LocaleText {
  readonly group: string;
  readonly decimal: string;
  readonly percent: string;
  readonly date: string;
  readonly months: readonly string[];
}

/** By name; a locale that is not here counts as en-US. */
export const LOCALE_TEXT: Readonly<Record<string, LocaleText>> & { readonly 'en-US': LocaleText } = ${JSON.stringify(Object.fromEntries(LOCALES.map((name) => [name, locale(name)])), null, 2)};

/** Letters of Latin, Greek and Cyrillic script with what they become in a channel name; combining marks become nothing. */
export const LETTERS: readonly (readonly [to: string, from: string])[] = [
${letters()
  .map((group) => `  ${JSON.stringify(group)},\n`)
  .join('')
  .replaceAll(/[\u0300-\u036f]/g, (mark) => `\\u0${mark.charCodeAt(0).toString(16)}`)}];
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(new URL('text-table.ts', import.meta.url), textTable());
