/** What is the same wherever it stands in a printed expression, and the name it is shown by. */
const NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\{"enUS":\{.*?\]\}\}/g, '‹locale table›'],
  [/(?:replace\(){26}(.+?)(?:, '[A-Z]', '[a-z]'\)){26}/g, '‹ASCII lower case of $1›'],
  [
    /parseDate\(substring\((.+?), 0, 19\) \+ if\(substring\(\1, 19, 20\).+?'YYYY-MM-DDTHH:mm:ss\.SSSZZ', 'UTC'\)/g,
    '‹instant of $1›',
  ],
];

/** IML with its set phrases shown by name, so that a person sees what is said rather than how. */
export function abbreviate(iml: string): string {
  return NAMES.reduce((text, [pattern, name]) => text.replace(pattern, name), iml);
}

/** Characters of a line that are shown. */
const LINE_LENGTH = 600;

/** The text with long lines cut. */
export function shorten(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.length <= LINE_LENGTH
        ? line
        : `${line.slice(0, LINE_LENGTH)} … ${line.length - LINE_LENGTH} more characters`,
    )
    .join('\n');
}
