import { expect, test } from '@jest/globals';
import { evaluate, type ImlEnvironment, ImlRefusal, renderTemplate, renderTree } from './iml.ts';
import { refusalOf } from './refusal-of.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';

const environment: ImlEnvironment = {
  variables: {
    text: 'Hello',
    blank: '',
    yes: true,
    no: false,
    nothing: null,
    number: 5,
    half: 2.5,
    tiny: 1e-7,
    long: 999999999999.9999,
    fine: 0.49999999999999994,
    buffer: Buffer.from([0xff, 0xfe]),
    date: new Date('2026-10-20T10:00:00.000Z'),
    inside: new Date('2026-10-20T10:00:00.250Z'),
    monthEnd: new Date('2026-01-31T10:00:00.000Z'),
    farAway: new Date('+012026-10-24T01:30:00.000Z'),
    list: ['a', 'b'],
    none: [],
    mixed: ['a', 1],
    numbers: [1, '2'],
    fractions: [0.1, 0.2],
    digits: ['10', '9'],
    accents: ['é', 'a'],
    nulls: [null, 'a'],
    repeated: ['a', 'b', 'a'],
    numeric: { b: 1, 2: 1 },
    rows: [
      { k: 'a', v: 1, n: null, u: 1 },
      { k: 'a', v: 2, n: null },
    ],
    collection: { a: 1, list: ['x'] },
    '1': { name: 'Ann' },
  },
  now: () => 1250,
  timezone: 'Europe/Prague',
};

/** For every refusal: expressions of app code that meet it; `mapper:`, `template:` and `tree:` mark the other kinds. */
const REFUSED: Readonly<Record<RefusalId, readonly string[]>> = {
  'negative-index': ['list[-1]', 'list[ -1]'],
  'computed-index': ['list[number]', "collection['a']", 'list[1.5]'],
  'dash-in-name': ['headers.retry-after', 'number-1', 'now-1', 'collection.a-b'],
  'path-on-whole-bundle': ['mapper:`1`.name'],
  'unary-minus': ['-number', '-(1)', '1 - -number', '- 1'],
  'chained-comparison': ['1 < 2 < 3', '1 = 1 = 1', 'number = 1 < 2'],
  'array-or-object-literal': ["['a']", '{ a: 1 }', "length(['a'])"],
  'quote-in-text': ["'it's'", "'a''b'", '\'a\'"b"', "'a'b"],
  'backslash-before-quote': ["'a\\'", "replace(text, '\\', 'x')"],
  'braces-in-text': ["'{{'", "template:{{'a}}b'}}"],
  'triple-brace': ['template:{{{text}}}'],
  'blank-around-expression': ['template: {{text}}', 'template:{{text}}\n'],
  'semicolon-in-code': ['if(yes; 1; 2)'],
  'empty-argument': ['if(yes, , 2)', 'mapper:if(1 = 1; ; 2)', 'lower(text,)'],
  'mixed-bare-words': ['mapper:lower(text + world)', 'mapper:lower(now - world)'],
  'bare-condition': ['mapper:if(1 == 1; a; b)', 'mapper:if(one or two; a; b)'],
  'argument-count': ['if(yes, 1)', 'ifempty(text)', 'lower()', 'lower(text, text)', "map(rows, 'v', 'k')"],
  'unknown-function': ["startsWith(text, 'H')", 'Lower(text)', 'constructor()', 'now()'],
  'app-runtime-function': ['mapper:createJSON(`1`)', 'mapper:parseJSON("1")'],
  'undescribed-function': ['isArray(list)', 'pop(list)', "mime('a.txt')"],
  'date-diff': ["dateDiff(date, now, 'D')"],
  base64url: ['base64url(text)'],
  'and-as-value': ['text && number', 'yes & text', 'template:{{text && yes}}'],
  'compare-structures': [
    'list = list',
    'collection = collection',
    "date = '2026-10-20T10:00:00.000Z'",
    'list = text',
  ],
  'compare-boolean': ["yes = 'true'", 'yes = 1', "no = ''"],
  'compare-nothing': ['nothing = blank', 'missing = 0', 'nothing = no'],
  'compare-number-text': ["number = '5.0'", "'05' = number", 'blank = 0', "' 5' = number", "'1e1' = 10"],
  'compare-items': [
    "contains(numbers, '1')",
    'contains(rows, text)',
    'remove(rows, text)',
    'contains(nulls, text)',
  ],
  'order-texts': ["'a' < 'b'", "'10' > '9'"],
  'order-mixed': ["'10' > 9", 'missing < now', 'nothing < 1', 'list > 1', 'yes > no'],
  'add-undefined': ["'a' + missing", 'missing + 1'],
  'add-mixed': ["'a' + date", "'a' + list", 'yes + 1', 'date + 1', 'collection + collection'],
  'arithmetic-operand': ["'5' * 2", 'nothing - 1', 'date - date', "'five' - 1", '1 ++ blank', 'missing / 2'],
  'negative-remainder': ['-5 % 3', '5 % -3'],
  'not-finite': ['1 / 0', '1 % 0'],
  'decimal-precision': ['long + 0.00001', 'long * 100.5', 'fine + 0.5'],
  'number-notation': ["'a' + tiny", 'toString(tiny)', 'template:a{{tiny}}'],
  'field-of-array': ['list.length', 'rows.k', "get(rows, 'k')"],
  'field-of-value': ['text.length', 'buffer.length'],
  'index-of-value': ['text[1]', 'collection[1]', 'get(collection, 1)'],
  'get-path': [
    "get(collection, 'list[1]')",
    'get(list, 1.5)',
    'get(collection, missing)',
    "get(collection, 'a..b')",
  ],
  'get-index': ['get(list, 0)', 'get(list, -1)'],
  'structure-in-text': ['template:a {{list}}', 'template:a {{collection}}', 'template:{{buffer}}{{text}}'],
  'dynamic-key': ['tree:{"{{text}}": 1}'],
  'spread-value': ['tree:{"{{...}}": "{{missing}}"}', 'tree:{"{{...}}": "{{list}}"}', 'tree:{"{{...}}": {}}'],
  'spread-collision': ['tree:{"{{...}}": "{{collection}}", "a": 2}'],
  'tree-value': ['tree:date'],
  'argument-type': [
    'lower(number)',
    'lower(missing)',
    'length(missing)',
    "floor('1')",
    'first(nothing)',
    "formatDate('2026-10-20T10:00:00.000Z', 'YYYY')",
    'keys(list)',
    'add(list, list)',
    'merge(list, collection)',
    'contains(text, 5)',
    "join(text, ',')",
  ],
  'empty-text': [
    "replace(text, 'l', '')",
    "replace(text, blank, 'x')",
    "join(list, '')",
    'join(list, blank)',
    "indexOf(text, '')",
    "contains(text, '')",
    "split('', ',')",
  ],
  'field-path': ["map(rows, 'k.v')", "map(rows, 'k[1]')", "omit(collection, 'a.b')", "distinct(rows, 'k.v')"],
  'unknown-option': [
    "parseNumber('1', ' ')",
    "toBinary(text, 'hex')",
    "sha256(text, 'base32')",
    "sort(rows, 'up', 'v')",
  ],
  'fractional-count': ['addDays(date, 1.5)', 'substring(text, 0.5, 2)', 'formatNumber(1, 1.5, ".", ",")'],
  'negative-position': ['slice(list, -1)', 'substring(text, -2, 3)', "indexOf(text, 'l', -1)"],
  'letter-case': [
    "upper('straße')",
    "lower('ÉTÉ')",
    "capitalize('école')",
    "upper('ﬁ')",
    "contains('É', 'é', true)",
    "lower('İ')",
    "replace('É', '/é/gi', 'e')",
  ],
  'startcase-words': ["startcase('foo-bar')", "startcase('a  b')", "startcase('a1')"],
  'trim-unusual-blank': ['trim(nbsp + text)', "trim('a\u200b')"],
  'substring-order': ['substring(text, 3, 1)'],
  'contains-array-case': ["contains(list, 'A', true)"],
  'split-part': ["split('a, b', ',')", "split('a,,b', ',')", "split('a,', ',')"],
  'split-pattern': ["split(text, '/l/g')"],
  'join-item': ['join(nulls)', 'join(rows)', 'toString(nulls)'],
  'to-string': ['toString(nothing)', 'toString(missing)', 'toString(collection)'],
  'switch-case': ["switch(nothing, 'a', 1, 2)", "switch(yes, 'true', 1, 2)"],
  'switch-no-match': ["switch(text, 'a', 1)"],
  'pick-missing': ["pick(collection, 'a', 'z')"],
  'dollar-in-plain-replacement': ["replace(text, 'l', '$')", "replace(text, 'l', '$&')"],
  'dollar-form': [
    "replace(text, '/l/g', '$')",
    "replace(text, '/l/g', '$1')",
    "replace(text, '/(l)/g', '$12')",
    "replace(text, '/(l)/g', '$$')",
    "replace(text, '/l/g', '$`')",
    "replace(text, '/(l)/g', '$0')",
  ],
  'named-group': ["replace(text, '/(?<a>l)/g', 'x')", "replace(text, '/(?<=l)l/g', 'x')"],
  'pattern-flags': [
    "replace(text, '/l/', 'x')",
    "replace(text, '/l/gu', 'x')",
    "replace(text, '/l/gg', 'x')",
    "replace(text, '/l/i', 'x')",
  ],
  'pattern-escape': ["replace(text, '/\\p{L}/g', 'x')", "replace(text, '/\\u{61}/g', 'x')"],
  'strip-html': ["stripHTML('<p>a</p><p>b</p>')", "stripHTML('a &amp; b')", "stripHTML('a < b')"],
  'escape-markdown': ["escapeMarkdown('a_b')"],
  diacritics: ["ascii('straße', true)", "ascii('ø', true)"],
  emoji: ["replaceEmojiCharacters('a 🎉', 'x')"],
  'non-ascii-bytes': [
    "md5('é')",
    "base64('é')",
    "sha256('é')",
    "toBinary('é')",
    'toString(buffer)',
    "sha256(text, 'hex', 'é')",
  ],
  'malformed-base64': [
    "toBinary('TWFrZQ', 'base64')",
    "toBinary('???', 'base64')",
    "sha256(text, 'hex', 'xyz', 'hex')",
  ],
  'round-half': ['round(half)', 'round(-1.5)', 'round(0.5)'],
  'trunc-negative': ['trunc(-1.5)'],
  'trunc-decimals': ['trunc(1.5, 16)'],
  'parse-number': [
    "parseNumber('1,23,456', '.')",
    "parseNumber('five', '.')",
    "parseNumber('1.2.3', '.')",
    "parseNumber('1e3', '.')",
    "parseNumber(' 5', '.')",
    "parseNumber('.5', '.')",
  ],
  'format-number-rounding': [
    "formatNumber(half, 0, '.', ',')",
    "formatNumber(1.005, 2, '.', ',')",
    "formatNumber(1, 21, '.', ',')",
  ],
  'number-separator': ["formatNumber(number, 0, '.', '&nbsp;')"],
  'too-few-numbers': ['sum(none)', 'max(none)', 'stdevS(1)', 'average(nulls)'],
  'maybe-number': ["sum(1, '2')", 'max(numbers)', 'sum(1, list)', 'sum(yes, 1)'],
  'fraction-sum': ['sum(fractions)', 'average(0.1, 0.2)'],
  'empty-array': ['first(none)', 'last(none)', 'first(emptyarray)'],
  'missing-key': [
    "map(rows, 'u')",
    "map(list, 'k')",
    "map(rows, 'v', 'zz', 'x')",
    "sort(rows, 'u')",
    "distinct(rows, 'u')",
    "toCollection(rows, 'k', 'u')",
  ],
  'map-value': ["map(rows, 'n')"],
  'map-filter-value': ["map(rows, 'k', 'v', '1')"],
  'map-filter-list': ["map(rows, 'v', 'k', 'a, b')", "map(rows, 'v', 'k', 'a,')"],
  'sort-value': ['sort(nulls)', 'sort(rows)', "sort(rows, 'n')"],
  'sort-mixed': ['sort(mixed)'],
  'sort-numeric-texts': ['sort(digits)'],
  'sort-non-ascii': ['sort(accents)'],
  'sort-tie': ["sort(rows, 'k')", "sort(split('b,B', ','), 'asc ci')"],
  'distinct-order': ['distinct(repeated)', "distinct(rows, 'k')", 'deduplicate(repeated)'],
  'distinct-value': ['distinct(rows)', 'distinct(nulls)', "distinct(add(list, 1, '1'))"],
  'numeric-keys': ['keys(numeric)', 'toArray(numeric)'],
  'collection-key': ["toCollection(rows, 'k', 'v')", "toCollection(rows, 'v', 'k')"],
  'create-json': ['createJSON(missing)', 'createJSON(date)', 'createJSON(buffer)'],
  'fraction-of-second': ["formatDate(inside, 'X')", 'timestamp'],
  'format-token': [
    "formatDate(date, 'LLL')",
    "formatDate(date, 'YYYYY')",
    "formatDate(date, 'SSSS')",
    "formatDate(date, 'YYYY year')",
    "formatDate(date, 'z')",
  ],
  'format-bracket': ["formatDate(date, '[YYYY')", "formatDate(date, 'YYYY]')"],
  'locale-week-token': ["formatDate(date, 'ww')", "formatDate(date, 'e')", "formatDate(date, 'gggg')"],
  'parse-date-format': [
    "parseDate('2026-10-20')",
    "parseDate('2026-10-20T10:00:00')",
    "parseDate('2026-02-30T10:00:00Z')",
    "parseDate('now')",
  ],
  'parse-date-token': ["parseDate('26', 'YY')", "parseDate('Monday', 'dddd')", "parseDate('1', 'Q')"],
  'parse-date-fields': [
    "parseDate('10:00', 'HH:mm')",
    "parseDate('2026-10', 'YYYY-MM')",
    "parseDate('2026-10-20 10', 'YYYY-MM-DD hh')",
    "parseDate('2026-10-20 30', 'YYYY-MM-DD mm')",
    "parseDate('1 2026', 'X YYYY')",
  ],
  'parse-date-mismatch': [
    "parseDate('2026/10/20', 'YYYY-MM-DD')",
    "parseDate('2026-2-3', 'YYYY-MM-DD')",
    "parseDate('2026-02-30', 'YYYY-MM-DD')",
    "parseDate('2026-02-03x', 'YYYY-MM-DD')",
    "parseDate('2026-01-5st', 'YYYY-MM-Do')",
  ],
  'date-name': ["setMonth(date, 'Januar')", "setDay(date, 'monday')"],
  'year-range': ["formatDate(farAway, 'YYYY')", 'addYears(date, 9000)', 'addHours(date, 9000000000000)'],
  'month-end': ['setMonth(monthEnd, 2)', 'addMonths(monthEnd, 1)'],
  'clock-change': [
    "parseDate('2026-03-29 02:30', 'YYYY-MM-DD HH:mm')",
    "parseDate('2026-10-25 02:30', 'YYYY-MM-DD HH:mm')",
  ],
  'add-across-clock-change': ['addDays(date, 10)', 'addMonths(date, 1)'],
};

function run(marked: string): unknown {
  const [, kind, source = marked] = /^(mapper|template|tree):(.*)$/s.exec(marked) ?? [];
  if (kind === 'mapper') return evaluate(source, environment, 'mapper');
  if (kind === 'template') return renderTemplate(source, environment, 'imljson');
  if (kind === 'tree')
    return renderTree(source === 'date' ? { d: new Date(0) } : JSON.parse(source), environment, 'imljson');
  return evaluate(source, environment, 'imljson');
}

const cases = Object.entries(REFUSED).flatMap(([id, sources]) =>
  sources.map((source) => [source, id] as const),
);

test.each(cases)('%s is refused as %s', (source, id) => {
  expect(refusalOf(() => run(source))).toBe(id);
});

test('every refusal of the list is met by at least one expression', () => {
  process.stdout.write(`IML refusals: ${Object.keys(REFUSALS).length}, met by ${cases.length} expressions\n`);
  expect(Object.entries(REFUSED).filter(([, sources]) => sources.length === 0)).toEqual([]);
  expect(Object.keys(REFUSED).sort()).toEqual(Object.keys(REFUSALS).sort());
});

test('a refusal says what it met, why, and what to use instead', () => {
  const caught = () => evaluate('first(none)', environment, 'imljson');
  expect(caught).toThrow(ImlRefusal);
  expect(caught).toThrow(
    'the first or last item of an empty array (first) is refused: its result is open. Instead: test',
  );
  for (const entry of Object.values(REFUSALS))
    expect([entry.construct, entry.reason, entry.instead].every((text) => text.length > 3)).toBe(true);
});
