import fc from 'fast-check';

/** Texts that have broken somebody's escaping before. */
const NASTY = [
  "O'Brien \\",
  '"Quoted" \'n\' both',
  '<!channel>',
  '<@U012AB3CD> & <https://evil.example|Click>',
  '{{now}} }} {{',
  '{{#if}}{account}{$}',
  '$& $1 $$ %_\\%',
  '/a/g',
  'Müller & Søn ÆØ Łódź Ωμέγα Привет',
  'null',
  'undefined',
  'true',
  '0',
  '007',
  '-1.5e3',
  'none',
  'yes',
  ' ',
  '\u00a0padded\u2003',
  'tab\there',
  'line\r\nbreak\u2028and\u2029more',
  'bell\u0007 nul\u0000 del\u007f \u0085',
  '\u202eright to left\u202c',
  'emoji 👩‍👩‍👧 🇩🇪 😀😀😀',
  'high \ud83d alone',
  '\ude00\ude00 low alone',
  'K\u0130\u0131\u017f\u212a',
  '日本語テキスト',
  'a|b<c>d',
  '&amp;&lt;&gt;&am',
  '`ticks` [1] .dot',
  '--__--',
  'CLOSED WON',
  'Closed won',
  'Closed Won',
  'U012AB3CD',
  'S012AB3CD',
  'W0',
  'https://acme.example/a b?c=d|e',
  'EUR',
  'USD',
] as const;

/** Short and long texts, plain and nasty; never empty. */
export const filledText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom(...NASTY), { minLength: 2, maxLength: 4 })
      .map((texts) => texts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...NASTY), fc.integer({ min: 10, max: 60 }))
      .map(([text, times]) => text.repeat(times)),
  },
);

/** A text as an input or a field of one line holds it. */
export const lineText: fc.Arbitrary<string> = filledText
  .map((text) => text.replaceAll('\n', ' '))
  .filter((text) => text !== '');

/** Numbers of up to 15 significant digits, as Salesforce keeps. */
export const plainNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    0,
    1,
    -1,
    0.005,
    1.005,
    -1.005,
    0.5,
    -0.5,
    2.675,
    999.995,
    100_000_000.01,
    1234.5,
    1e9,
    -1e9,
    59,
    60,
    1439,
    1440,
    1501,
  ),
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
  fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map((cents) => cents / 100),
  fc.integer({ min: -999_999, max: 999_999 }).map((parts) => parts / 10_000),
);

/** Half of all instants lie near this one, so that spans of days are met. */
export const NOW = Date.UTC(2026, 10, 20, 22, 38, 3, 417);

/** Milliseconds since 1970. */
export const moment: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -60 * 24, max: 60 * 24 }).map((hours) => NOW + hours * 3_600_000),
  fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2099, 11, 31) }),
);

/** A calendar day, as Salesforce writes it. */
export const day: fc.Arbitrary<string> = moment.map((at) => new Date(at).toISOString().slice(0, 10));

/** A point in time in each of the ways that Salesforce writes it. */
export const instant: fc.Arbitrary<string> = fc
  .tuple(moment, fc.constantFrom('milliseconds', 'seconds', 'offset'))
  .map(([at, form]) => {
    const text = new Date(at).toISOString();
    if (form === 'seconds') return text.replace(/\.\d+Z$/, 'Z');
    return form === 'offset' ? text.replace('Z', '+0000') : text;
  });

/** A value or one of the ways in which it is missing. */
export function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined | ''> {
  return fc.oneof(
    { weight: 5, arbitrary: value },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined, '' as const) },
  );
}
