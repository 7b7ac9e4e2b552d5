import { describe, expect, test } from '@jest/globals';
import { NotExpressibleError } from '../../../../shared/error.ts';
import {
  add,
  afterFirst,
  answer,
  append,
  beforeFirst,
  childField,
  choose,
  clockMinute,
  collect,
  concat,
  dateText,
  dateToken,
  daysAfter,
  daysBefore,
  distinct,
  duration,
  type Expression,
  each,
  earliest,
  epochSeconds,
  equal,
  escaped,
  exists,
  extract,
  fallback,
  field,
  fingerprint,
  htmlText,
  inQuery,
  instantText,
  itemAt,
  itemFieldsOf,
  join,
  keep,
  length,
  link,
  literal,
  localDay,
  localMinute,
  lower,
  mention,
  money,
  namedField,
  note,
  now,
  numberText,
  objectType,
  parametersOf,
  pattern,
  percent,
  periodStart,
  plainText,
  pluck,
  plural,
  property,
  queryText,
  rows,
  slug,
  stamp,
  trim,
  truncate,
  turn,
  upper,
  urlEncoded,
  weekday,
  word,
} from '../../../../shared/language/index.ts';
import { compileValue } from '../../../../shared/target/js/compile.ts';
import type { Scope } from '../../../../shared/target/js/scope.ts';
import { scopeOf } from '../scope.ts';

const text = field('text', 'text');
const number = field('number', 'number');
const day = field('date', 'day');
const instant = field('instant', 'instant');
const list = field('list', 'list');
const input = parametersOf({ name: 'text', tags: 'list', path: 'text' });

type Case = readonly [expression: Expression, scope: Partial<Scope>, value: unknown];

/** Missing values need not tell null, undefined and the empty text apart. */
function evaluate(expression: Expression, scope: Partial<Scope>): unknown {
  const value = compileValue(expression)(scopeOf(scope));
  return value === '' || value === null ? undefined : value;
}

function table(cases: readonly Case[]): void {
  for (const [expression, scope, value] of cases)
    expect([expression, scope, evaluate(expression, scope)]).toEqual([expression, scope, value]);
}

const given = (record: Scope['record']) => ({ record });

test('Sources read records, inputs, notes and answers, and find nothing where a path leads nowhere', () => {
  table([
    [field('text', 'Account.Owner.Name'), given({ Account: { Owner: { Name: 'Kim' } } }), 'Kim'],
    [field('text', 'Account.Owner.Name'), given({ Account: null }), undefined],
    [field('text', 'toString'), {}, undefined],
    [list, given({ list: { records: [1] } }), [1]],
    [list, given({ list: null }), []],
    [input('name'), { parameters: { name: 'x' } }, 'x'],
    [input('tags'), {}, []],
    [literal('number', 0), {}, 0],
    [now, {}, '2026-11-20T22:05:07.000Z'],
    [note('text', 'row.Id'), { notes: { row: { Id: 'a0x' } } }, 'a0x'],
    [note('text', 'row.Id'), {}, undefined],
    [answer('text', 'a', 0, 'b'), { answer: { a: [{ b: 'c' }] } }, 'c'],
    [answer('text', 'a', 1, 'b'), { answer: { a: [{ b: 'c' }] } }, undefined],
    [
      property('text', note('text', 'x'), input('path')),
      { notes: { x: { A: { B: 'c' } } }, parameters: { path: 'A.B' } },
      'c',
    ],
    [property('text', note('text', 'x'), input('path')), { notes: { x: { '': 'c' } } }, undefined],
    [property('text', note('text', 'x'), input('path')), { parameters: { path: 'A' } }, undefined],
  ]);
});

test('Named fields read what the input names, else the fallback, and follow lookups', () => {
  const record = {
    Amount: 1,
    ARR__c: 2,
    CSM__r: { Email: 'c@x' },
    Owner: { Email: 'o@x' },
    Account: { CSM__r: { Email: 'a@x' } },
  };
  const arr = namedField('number', 'path', 'Amount');
  const csm = namedField('text', 'path', '', 'Email');
  table([
    [arr, { record, parameters: { path: 'ARR__c' } }, 2],
    [arr, { record, parameters: { path: '' } }, 1],
    [csm, { record, parameters: { path: 'CSM__c' } }, 'c@x'],
    [csm, { record, parameters: { path: 'OwnerId' } }, 'o@x'],
    [csm, { record, parameters: { path: 'Account.CSM__c' } }, 'a@x'],
    [csm, { record }, undefined],
    [csm, { record, parameters: { path: 'Nothing__c' } }, undefined],
  ]);
});

test('Choices take the first that holds or is there', () => {
  const choice = choose(
    'text',
    [
      [equal(text, 'a'), 'first'],
      [exists(text), text],
    ],
    'last',
  );
  table([
    [choice, given({ text: 'A' }), 'first'],
    [choice, given({ text: 'b' }), 'b'],
    [choice, {}, 'last'],
    [fallback(text, field('text', 'other'), 'x'), given({ text: '', other: null }), 'x'],
    [fallback(number, 5), given({ number: 0 }), 0],
    [fallback(list, literal('list', ['x'])), given({ list: { records: [] } }), ['x']],
    [fallback(text), {}, undefined],
  ]);
});

test('Numbers add up in decimal', () => {
  table([
    [add(number, 0.2), given({ number: 0.1 }), 0.3],
    [add(number, 1), {}, 1],
    [add(number, 1), given({ number: '2' }), 1],
  ]);
});

describe('Numbers in words', () => {
  test.each([
    [0, 'USD 0'],
    [75000, 'USD 75,000'],
    [1234567, 'USD 1,234,567'],
    [-1000, 'USD -1,000'],
    [999, 'USD 999'],
    [1234.5, 'USD 1,234.50'],
    [1.005, 'USD 1.01'],
    [1.004999, 'USD 1.00'],
    [2.999, 'USD 3.00'],
    [-1.005, 'USD -1.00'],
    [-0.001, 'USD 0.00'],
    [123456789012.35, 'USD 123,456,789,012.35'],
    [null, undefined],
    ['12', undefined],
  ])('print %p as money', (amount, printed) => {
    expect(evaluate(money(number, 'USD'), given({ number: amount }))).toBe(printed);
  });

  test('leave out a currency that is no code', () => {
    for (const currency of ['usd', 'US', 'EURO', '<!channel>', 'EUR\n', ''])
      expect(
        evaluate(money(number, input('name')), { record: { number: 5 }, parameters: { name: currency } }),
      ).toBe('5');
  });

  test.each([
    ['en-US', '1,234,567.50', '75%'],
    ['de-DE', '1.234.567,50', '75\u00a0%'],
    ['fr-FR', '1\u202f234\u202f567,50', '75\u00a0%'],
    ['tlh', '1,234,567.50', '75%'],
    ['__proto__', '1,234,567.50', '75%'],
  ])('follow the locale %s', (locale, printed, share) => {
    expect(evaluate(numberText(number, 2), { record: { number: 1234567.5 }, locale })).toBe(printed);
    expect(evaluate(percent(number), { record: { number: 74.5 }, locale })).toBe(share);
  });

  test('round a half up, with as many decimals as asked', () => {
    table([
      [numberText(number), given({ number: 2.5 }), '3'],
      [numberText(number), given({ number: -2.5 }), '-2'],
      [numberText(number, 1), given({ number: -1234.55 }), '-1,234.5'],
      [numberText(number, 3), given({ number: 7 }), '7.000'],
      [numberText(number), {}, undefined],
      [percent(number), {}, undefined],
    ]);
  });

  test('count things', () => {
    const people = plural(number, 'person', 'people');
    table([
      [people, given({ number: 1 }), '1 person'],
      [people, given({ number: 0 }), '0 people'],
      [people, given({ number: 1500 }), '1,500 people'],
      [people, {}, '0 people'],
    ]);
  });
});

describe('Times in words', () => {
  test.each([
    ['en-US', 'Nov 5, 2026', 'Nov 20, 2026, 21:58 UTC'],
    ['en-GB', '5 Nov 2026', '20 Nov 2026, 21:58 UTC'],
    ['de-DE', '5. Nov. 2026', '20. Nov. 2026, 21:58 UTC'],
    ['ja-JP', '2026年11月5日', '2026年11月20日, 21:58 UTC'],
  ])('follow the locale %s', (locale, printedDay, printedInstant) => {
    const record = { day: '2026-11-05', instant: '2026-11-20T21:58:59.999+0000' };
    expect(evaluate(dateText(day), { record, locale })).toBe(printedDay);
    expect(evaluate(instantText(instant), { record, locale })).toBe(printedInstant);
  });

  test('are missing for what is no time', () => {
    for (const bad of [null, '', 'soon', '2026-13-01', '2026-11-5', 20261120])
      table([
        [dateText(day), given({ day: bad }), undefined],
        [instantText(instant), given({ instant: bad }), undefined],
        [dateToken(instant), given({ instant: bad }), undefined],
        [epochSeconds(instant), given({ instant: bad }), undefined],
      ]);
  });

  test('are tokens that Slack shows in the reader’s own zone', () => {
    const at = given({ instant: '2026-11-20T22:58:03.900+0100' });
    table([
      [dateToken(instant), at, '<!date^1795211883^{date_short} {time}|Nov 20, 2026, 21:58 UTC>'],
      [dateToken(instant, 'date'), at, '<!date^1795211883^{date_short}|Nov 20, 2026>'],
      [dateToken(instant, 'time'), at, '<!date^1795211883^{time}|21:58 UTC>'],
      [epochSeconds(instant), at, 1795211883],
    ]);
  });

  test.each([
    [0, '0 min'],
    [45.9, '45 min'],
    [60, '1 h'],
    [125, '2 h 5 min'],
    [1440, '1 d'],
    [1560, '1 d 2 h'],
    [1445, '1 d'],
    [-5, '0 min'],
    [null, undefined],
  ])('say %p minutes', (minutes, printed) => {
    expect(evaluate(duration(number), given({ number: minutes }))).toBe(printed);
  });

  test('stamp an entry by the newest row outside the states', () => {
    const history = { records: [{ CreatedDate: '2026-11-20T22:58:03.000+0100' }] };
    table([
      [
        childField('text', 'Histories', 0, 'CreatedDate'),
        given({ Histories: history }),
        '2026-11-20T22:58:03.000+0100',
      ],
      [childField('text', 'Histories', 1, 'CreatedDate'), given({ Histories: history }), undefined],
      [childField('text', 'Histories', 0, 'CreatedDate'), given({ Histories: null }), undefined],
      [
        stamp(childField('instant', 'Histories', 0, 'CreatedDate')),
        given({ Histories: history }),
        '20261120215803',
      ],
      [stamp(instant), {}, undefined],
    ]);
  });

  test('are read as the clocks of a time zone show them', () => {
    const summer = given({ instant: '2026-07-01T22:30:00Z', day: '2026-07-05' });
    table([
      [localDay(instant, 'Europe/Berlin'), summer, '2026-07-02'],
      [localDay(instant, 'America/New_York'), summer, '2026-07-01'],
      [localDay(instant, input('name')), summer, undefined],
      [localDay(instant, 'Europe/Berlin', literal('number', 60)), summer, '2026-07-01'],
      [localMinute(instant, 'Europe/Berlin'), summer, 30],
      [localMinute(instant, 'Asia/Kolkata'), summer, 4 * 60],
      [clockMinute(literal('text', '09:05')), {}, 545],
      [clockMinute(literal('text', '24:00')), {}, undefined],
      [clockMinute(literal('text', '9:05')), {}, undefined],
      [weekday(day), summer, 7],
      [weekday(literal('date', '2026-11-23')), {}, 1],
    ]);
    expect(() => evaluate(localDay(instant, 'Europe/Nowhere'), summer)).toThrow(RangeError);
  });

  test('are moved by days, and to the first day of a period', () => {
    const leap = literal('date', '2028-03-01');
    const week = (of: string) => periodStart(literal('date', of), 'week');
    table([
      [daysAfter(day, 2), given({ day: '2026-10-31' }), '2026-11-02'],
      [daysBefore(leap, 1), {}, '2028-02-29'],
      [daysAfter(leap, literal('number', -1)), {}, '2028-02-29'],
      [
        daysBefore(instant, 30),
        given({ instant: '2026-11-20T22:05:07.000+0000' }),
        '2026-10-21T22:05:07.000Z',
      ],
      [daysAfter(instant, 1), given({ instant: '2026-11-20T22:05:07+02:00' }), '2026-11-21T20:05:07.000Z'],
      [daysAfter(leap, number), {}, undefined],
      [daysAfter(day, 1), given({ day: 'soon' }), undefined],
      [week('2026-11-20'), {}, '2026-11-16'],
      [week('2026-11-16'), {}, '2026-11-16'],
      [week('2027-01-03'), {}, '2026-12-28'],
      [periodStart(leap, 'month'), {}, '2028-03-01'],
      [periodStart(literal('date', '2026-11-20'), 'month'), {}, '2026-11-01'],
      [periodStart(literal('date', '2026-11-20'), 'quarter'), {}, '2026-10-01'],
      [periodStart(literal('date', '2026-09-30'), 'quarter'), {}, '2026-07-01'],
      [periodStart(day, 'quarter'), {}, undefined],
    ]);
  });

  test('give each item of a list its turn', () => {
    const at = (today: string, days = 7) =>
      turn('text', literal('list', ['ana', 'kim', 'sam']), {
        since: literal('date', '2026-11-02'),
        today: literal('date', today),
        days,
      });
    table([
      [
        earliest(literal('list', ['2026-11-20T22:00:00.000+0000', '2026-11-20T21:00:00.000+0000'])),
        {},
        '2026-11-20T21:00:00.000+0000',
      ],
      [earliest(list), {}, undefined],
      [at('2026-11-02'), {}, 'ana'],
      [at('2026-11-08'), {}, 'ana'],
      [at('2026-11-09'), {}, 'kim'],
      [at('2026-11-23'), {}, 'ana'],
      [at('2026-11-04', 1), {}, 'sam'],
      [at('2026-10-01'), {}, 'ana'],
      [turn('text', list, { since: day, today: day, days: 1 }), given({ day: '2026-11-02' }), undefined],
      [turn('text', list, { since: day, today: day, days: 1 }), given({ list: ['x', 'y'] }), 'x'],
    ]);
  });
});

test('A semi-join is Salesforce’s to answer', () => {
  const join = inQuery(text, { from: 'User', select: field('text', 'Id'), where: exists(text) });
  expect(() => compileValue(join)).toThrow(NotExpressibleError);
});

test('Fixed words come in the reader’s language, in English for any other', () => {
  table([
    [word('account'), { parameters: { language: 'fr' } }, 'Compte'],
    [word('account'), { parameters: { language: 'toString' } }, 'Account'],
    [word('account'), {}, 'Account'],
  ]);
});

test('A part of a text is found by a pattern, and a text told apart without being said', () => {
  table([
    [extract(text, '00[0-9]'), given({ text: 'a\n006 and 007' }), '006'],
    [extract(text, '00[0-9]'), given({ text: 'none' }), undefined],
    [extract(text, '00[0-9]'), {}, undefined],
    [fingerprint(literal('text', 'Make')), {}, '529a05ca6c1263aab080ec4f20754411'],
    [fingerprint(literal('text', 'Söhne')), {}, '11c1dd0ff4a656c39cbbb17344fd060b'],
    [fingerprint(text), {}, 'd41d8cd98f00b204e9800998ecf8427e'],
  ]);
});

describe('Texts', () => {
  test('are put together, changed and taken apart', () => {
    table([
      [
        concat('a', text, number, field('boolean', 'yes')),
        given({ text: null, number: 0.5, yes: true }),
        'a0.5true',
      ],
      [concat(text), {}, undefined],
      [upper(text), given({ text: 'abc-1' }), 'ABC-1'],
      [upper(text), given({ text: 'abcé' }), 'abcé'],
      [lower(text), given({ text: '006XX' }), '006xx'],
      [lower(text), given({ text: 'ÉX' }), 'ÉX'],
      [trim(text), given({ text: ' \n a b\u00a0\ufeff' }), 'a b'],
      [trim(text), given({ text: '  ' }), undefined],
      [keep(text, 'A-Za-z0-9_-', '-'), given({ text: 'a<b>&c' }), 'a-b-c'],
      [beforeFirst(text, ':'), given({ text: 'a:b:c' }), 'a'],
      [afterFirst(text, ':'), given({ text: 'a:b:c' }), 'b:c'],
      [beforeFirst(text, ':'), given({ text: 'abc' }), 'abc'],
      [afterFirst(text, ':'), given({ text: 'abc' }), undefined],
      [urlEncoded(text), given({ text: 'a b&/é' }), 'a%20b%26%2F%C3%A9'],
      [urlEncoded(text), given({ text: '\ud800x\udc00' }), '%EF%BF%BDx%EF%BF%BD'],
      [urlEncoded(text), given({ text: '😀' }), '%F0%9F%98%80'],
    ]);
    for (const change of [
      upper(text),
      lower(text),
      trim(text),
      keep(text, 'a', '-'),
      beforeFirst(text, ':'),
      urlEncoded(text),
      slug(text, 9),
      truncate(text, 5),
      escaped(text),
      plainText(text),
      htmlText(text),
    ])
      table([[change, given({ text: null }), undefined]]);
  });

  test.each([
    ['hello', 5, 'hello'],
    ['hello!', 5, 'hell…'],
    ['abc', 1, '…'],
    ['ab😀c', 4, 'ab…'],
    ['ab😀c', 5, 'ab😀c'],
    ['a&amp;b', 4, 'a…'],
    ['a&amp;b', 6, 'a…'],
    ['a&amp;bc', 7, 'a&amp;…'],
    ['x&l', 2, 'x…'],
  ])('cut %p to %i', (value, most, cut) => {
    expect(evaluate(truncate(text, most), given({ text: value }))).toBe(cut);
  });

  test.each([
    ['Müller & Søn', 80, 'mueller-son'],
    ['Łódź — Çağrı', 80, 'lodz-cagri'],
    ['Щукин объект', 80, 'schukin-obekt'],
    ['Ελλάδα', 80, 'ellada'],
    ['e\u0301le\u0300ve', 80, 'eleve'],
    ['株式会社', 80, undefined],
    ['😀 Acme 😀', 80, 'acme'],
    ['--_A_--', 80, 'a'],
    ['a'.repeat(100), 80, 'a'.repeat(80)],
    ['abc---def', 4, 'abc'],
    ['İstanbul', 80, 'istanbul'],
    ['<!channel>', 80, 'channel'],
  ])('make %p part of a channel name', (value, most, name) => {
    expect(evaluate(slug(text, most), given({ text: value }))).toBe(name);
  });

  test('fill a pattern without letting a value bring its own tokens', () => {
    const filled = pattern(input('name'), { a: text, b: field('text', 'b') });
    const record = { text: '{b}$&', b: 'B' };
    table([
      [filled, { record, parameters: { name: '{a}-{b}-{c}-{a}' } }, '-b--&-B-{c}--b--&'],
      [filled, { record: {}, parameters: { name: 'x{a}' } }, 'x-'],
      [filled, { record }, undefined],
    ]);
  });

  test.each([
    ['Smith &amp; Sons &lt;Ltd&gt;', 'Smith & Sons <Ltd>'],
    ['&amp;lt;', '&lt;'],
    [
      '<https://a.example/x?a=1&amp;b=2> and <mailto:ada@x.example|ada@x.example>',
      'https://a.example/x?a=1&b=2 and ada@x.example',
    ],
    ['<@U01> in <#C01|general>, <!here>', '@U01 in general, !here'],
    ['a < b', 'a < b'],
    ['<x|>', undefined],
  ])('read %p of Slack', (value, read) => {
    expect(evaluate(plainText(text), given({ text: value }))).toBe(read);
  });

  test.each([
    ['<p>Legal &amp; I agree.</p><p>Next:</p><ul><li>sign</li></ul>', 'Legal & I agree.\nNext:\nsign'],
    ['a<br/>b<br>&quot;c&quot; &#39;d&#39;&nbsp;&lt;e&gt;', 'a\nb\n"c" \'d\' <e>'],
    ['&amp;lt;', '&lt;'],
    ['<p></p>', undefined],
  ])('read %p of HTML', (value, read) => {
    expect(evaluate(htmlText(text), given({ text: value }))).toBe(read);
  });

  test('show what Slack would take as markup as it is', () => {
    table([
      [
        escaped(text),
        given({ text: '<!channel> & <@U1> &amp;' }),
        '&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;amp;',
      ],
      [
        link(text, 'a|b\n<c>'),
        given({ text: 'https://x/a b|<c>' }),
        '<https://x/a%20b%7C%3Cc%3E|a b &lt;c&gt;>',
      ],
      [link(text, 'a & b & c', 10), given({ text: 'https://x' }), '<https://x|a &amp; b…>'],
      [link(text, 'a & b', 9), given({ text: 'https://x' }), '<https://x|a &amp; b>'],
      [link(text, 'label'), {}, 'label'],
      [link(text, field('text', 'label')), given({ text: 'https://x' }), '<https://x>'],
      [link(text, field('text', 'label')), {}, undefined],
      [mention(text), given({ text: 'U0A1' }), '<@U0A1>'],
      [mention(text), given({ text: 'W0A1' }), '<@W0A1>'],
      [mention(text), given({ text: 'S0A1' }), '<!subteam^S0A1>'],
      [mention(text), given({ text: '!channel' }), undefined],
      [mention(text), given({ text: 'U1> <!here' }), undefined],
      [mention(text), given({ text: 'U1\n' }), undefined],
    ]);
  });
});

describe('Lists', () => {
  const Row = objectType('Row', { name: 'text', parent: { parent: () => objectType('P', { n: 'number' }) } });
  const row = itemFieldsOf(Row);
  const records = [{ name: 'a', parent: { n: 1 } }, { name: null }, { name: 'c', parent: null }];

  test('become lines, with one more when there are too many', () => {
    const line = choose(
      'text',
      [[exists(row('name')), concat('• ', row('name'), ' ', row('parent.n'))]],
      literal('text', null),
    );
    table([
      [rows(list, line, 5, 'more'), given({ list: { records } }), '• a 1\n• c '],
      [rows(list, line, 2, 'more'), given({ list: { records } }), '• a 1\nmore'],
      [rows(list, line, 2, 'more'), given({ list: null }), undefined],
      [
        each(list, { n: row('name'), fixed: 1 }, 2),
        given({ list: { records } }),
        [{ n: 'a', fixed: 1 }, { fixed: 1 }],
      ],
      [each(list, { n: row('name') }, 2), given({ list: null }), []],
      [append(literal('list', ['x']), input('tags'), literal('list', ['y'])), {}, ['x', 'y']],
    ]);
  });

  test('are collected, thinned and joined', () => {
    const users = [
      { id: 'U1', role: 'SE' },
      { id: 'U2', role: 'CSM' },
      { id: 'U1', role: 'se' },
    ];
    const people = note('list', 'users');
    table([
      [
        collect([
          { when: exists(text), value: text },
          { when: literal('boolean', true), value: number },
          { when: literal('boolean', true), value: literal('text', null) },
        ]),
        given({ text: 'x', number: 0 }),
        ['x', 0],
      ],
      [pluck(people, 'id'), { notes: { users } }, ['U1', 'U2', 'U1']],
      [
        pluck(people, 'id', { field: 'role', values: [input('name')] }),
        { notes: { users }, parameters: { name: 'SE' } },
        ['U1'],
      ],
      [pluck(people, 'id', { field: 'role', values: [input('name')] }), { notes: { users } }, []],
      [distinct(pluck(people, 'id')), { notes: { users } }, ['U1', 'U2']],
      [join(pluck(people, 'id'), ', ', '@'), { notes: { users } }, '@U1, @U2, @U1'],
      [join(people, ','), {}, undefined],
      [itemAt('text', input('tags'), 1), { parameters: { tags: ['a', 'b'] } }, 'b'],
      [itemAt('text', input('tags'), 2), { parameters: { tags: ['a', 'b'] } }, undefined],
      [length(people), { notes: { users } }, 3],
      [length(people), {}, 0],
    ]);
  });
});

test('A query is text with its values filled in', () => {
  const query = queryText({
    from: 'Account',
    select: [field('text', 'Id')],
    where: equal(field('text', 'Name'), note('text', 'name')),
    limit: 1,
  });
  expect(evaluate(query, { notes: { name: "O'Brien \\" } })).toBe(
    "SELECT Id FROM Account WHERE Name = 'O\\'Brien \\\\' LIMIT 1",
  );
});
