import { describe, expect, it, test } from '@jest/globals';
import { NotExpressibleError } from '../../../../shared/error.ts';
import {
  add,
  afterFirst,
  and,
  answer,
  append,
  between,
  changed,
  childField,
  choose,
  clockMinute,
  collect,
  concat,
  contains,
  daysAfter,
  daysBefore,
  distinct,
  type Expression,
  each,
  entered,
  epochSeconds,
  equal,
  escaped,
  exists,
  extract,
  fallback,
  field,
  greater,
  includes,
  isIn,
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
  namedField,
  not,
  notEqual,
  note,
  now,
  objectType,
  or,
  pattern,
  periodStart,
  plainText,
  pluck,
  property,
  stamp,
  type Template,
  trim,
  truncate,
  upper,
  urlEncoded,
  weekday,
  word,
} from '../../../../shared/language/index.ts';
import { compileExpression, compileTemplate } from '../../../../shared/target/iml/compile.ts';
import { rootsIn } from '../../../../shared/target/iml/roots.ts';

const roots = rootsIn('x');
const name = field('text', 'Name');
const amount = field('number', 'Amount');
const people = note('list', 'people');
const parameter = (type: 'text' | 'list', called: string) =>
  ({ kind: 'parameter', type, name: called }) as unknown as Expression<'text'> & Expression<'list'>;

/** What each node is printed as; its steps are left out where there are none. */
const PRINTED: readonly (readonly [Expression, expression: string, ...steps: object[]])[] = [
  [field('text', 'Account.Name'), 'temp.record.Account.Name'],
  [field('list', 'Roles'), 'ifempty(temp.record.Roles.records, emptyarray)'],
  [
    namedField('number', 'arr', 'Amount'),
    'get(temp.record, temp.x1)',
    { x1: "{{ifempty(parameters.arr, 'Amount')}}" },
  ],
  [parameter('text', 'First Name'), 'parameters.`First Name`'],
  [note('text', 'room.id'), 'temp.room.id'],
  [answer('text', 'errors', 0, 'user'), 'body.errors[1].user'],
  [answer('text', 'headers', 'x-oauth-scopes'), 'headers.`x-oauth-scopes`'],
  [literal('number', -2.5), '(0 - 2.5)'],
  [literal('number', 1e21), '1000000000000000000000'],
  [literal('text', ''), 'emptystring'],
  [literal('list', ['a', 'b']), 'temp.x1', { x1: ['a', 'b'] }],
  [now, "(formatDate(now, 'YYYY-MM-DDTHH:mm:ss.SSS', 'UTC') + 'Z')"],
  [equal(name, 'A-b'), "!(replace(ifempty(temp.record.Name, '-'), '/^([aA]-[bB])$/g', emptystring))"],
  [
    notEqual(amount, 5),
    '!(if(toString(ifempty(temp.record.Amount, emptystring)), temp.record.Amount == 5, false))',
  ],
  [
    greater(amount, 5),
    'if(toString(ifempty(temp.record.Amount, emptystring)), temp.record.Amount > 5, false)',
  ],
  [
    between(amount, 1, 2),
    '(if(toString(ifempty(temp.record.Amount, emptystring)), temp.record.Amount >= 1, false) && if(toString(ifempty(temp.record.Amount, emptystring)), temp.record.Amount <= 2, false))',
  ],
  [isIn(name, ['x', '1']), "!(replace(ifempty(temp.record.Name, '-'), '/^([xX]|1)$/g', emptystring))"],
  [exists(name), 'if(temp.record.Name, true, false)'],
  [exists(people), 'if((length(ifempty(temp.people, emptyarray)) > 0), true, false)'],
  [
    and(exists(name), not(exists(name))),
    '(if(temp.record.Name, true, false) && !(if(temp.record.Name, true, false)))',
  ],
  [
    or(exists(name), field('boolean', 'IsWon')),
    '(if(temp.record.Name, true, false) || if(temp.record.IsWon, true, false))',
  ],
  [includes(people, literal('text', 'U1')), "contains(ifempty(temp.people, emptyarray), 'U1')"],
  [
    entered(field('text', 'StageName'), literal('list', ['Won'])),
    "!(replace(ifempty(temp.record.StageName, '-'), '/^([wW][oO][nN])$/g', emptystring))",
  ],
  [
    fallback(stamp(childField('instant', 'History', 0, 'CreatedDate')), 'new'),
    "ifempty(if(temp.record.History.records[1].CreatedDate, formatDate(parseDate(substring(temp.record.History.records[1].CreatedDate, 0, 19) + if(substring(temp.record.History.records[1].CreatedDate, 19, 20) == '.', substring(temp.record.History.records[1].CreatedDate, 19, 23), '.000') + replace(replace(replace(substring(temp.record.History.records[1].CreatedDate, 19, 40), '/^[.][0-9]+/g', emptystring), 'Z', '+0000'), ':', emptystring), 'YYYY-MM-DDTHH:mm:ss.SSSZZ', 'UTC'), 'YYYYMMDDHHmmss', 'UTC'), emptystring), 'new')",
  ],
  [childField('text', 'Roles', 1, 'Contact.Name'), 'temp.record.Roles.records[2].Contact.Name'],
  [localDay(now, 'Europe/Berlin'), "formatDate(now, 'YYYY-MM-DD', 'Europe/Berlin')"],
  [
    localMinute(now, 'UTC'),
    "(parseNumber(formatDate(now, 'H', 'UTC'), '.') * 60 + parseNumber(formatDate(now, 'm', 'UTC'), '.'))",
  ],
  [
    clockMinute(field('text', 'T')),
    "if(replace(ifempty(temp.x1, '-'), '/^([01][0-9]|2[0-3]):[0-5][0-9]$/g', emptystring), undefined, parseNumber(substring(temp.x1, 0, 2), '.') * 60 + parseNumber(substring(temp.x1, 3, 5), '.'))",
    { x1: '{{ifempty(temp.record.T, emptystring)}}' },
  ],
  [
    weekday(field('date', 'D')),
    "if(temp.record.D, parseNumber(formatDate(parseDate(substring(temp.record.D, 0, 10), 'YYYY-MM-DD', 'UTC'), 'E', 'UTC'), '.'), undefined)",
  ],
  [
    daysBefore(field('date', 'D'), 30),
    "if(temp.record.D, formatDate(addHours(parseDate(substring(temp.record.D, 0, 10), 'YYYY-MM-DD', 'UTC'), (0 - 30) * 24), 'YYYY-MM-DD', 'UTC'), undefined)",
  ],
  [daysAfter(now, 1), "(formatDate(addHours(now, 1 * 24), 'YYYY-MM-DDTHH:mm:ss.SSS', 'UTC') + 'Z')"],
  [
    periodStart(field('date', 'D'), 'month'),
    "if(temp.record.D, substring(temp.record.D, 0, 8) + '01', undefined)",
  ],
  [
    extract(name, '[0-9]+'),
    "if(substring(temp.x1, 0, 1) == '>', substring(temp.x1, 1, length(temp.x1)), emptystring)",
    {
      x1: "{{replace('<' + ifempty(temp.record.Name, emptystring), '/^<[\\s\\S]*?([0-9]+)[\\s\\S]*$/g', '>$1')}}",
    },
  ],
  [epochSeconds(now), "floor(parseNumber(formatDate(now, 'x', 'UTC'), '.') / 1000)"],
  [concat('a ', name), "('a ' + ifempty(temp.record.Name, emptystring))"],
  [fallback(name, '—'), "ifempty(temp.record.Name, '—')"],
  [choose('text', [[exists(name), 'yes']], 'no'), "if(if(temp.record.Name, true, false), 'yes', 'no')"],
  [add(amount, 1), '(ifempty(temp.record.Amount, 0) + 1)'],
  [
    upper(name),
    "if(replace(temp.x1, '/[\\x00-\\x7F]+/g', emptystring), temp.x1, upper(temp.x1))",
    { x1: '{{ifempty(temp.record.Name, emptystring)}}' },
  ],
  [
    lower(name),
    "if(replace(temp.x1, '/[\\x00-\\x7F]+/g', emptystring), temp.x1, lower(temp.x1))",
    { x1: '{{ifempty(temp.record.Name, emptystring)}}' },
  ],
  [trim(name), "replace(ifempty(temp.record.Name, emptystring), '/^\\s+|\\s+$/g', emptystring)"],
  [
    truncate(name, 10),
    "if(substring(temp.x1, 0, 10) == temp.x1, temp.x1, replace(substring(temp.x1, 0, 9), '/(&(a|am|amp|l|lt|g|gt)?)?[\\uD800-\\uDBFF]?$/g', emptystring) + '…')",
    { x1: '{{ifempty(temp.record.Name, emptystring)}}' },
  ],
  [keep(name, 'a-z', '-'), "replace(ifempty(temp.record.Name, emptystring), '/[^a-z]+/g', '-')"],
  [
    pattern(parameter('text', 'p'), { a: name }),
    "replace(ifempty(parameters.p, emptystring), '{a}', replace(ifempty(ifempty(temp.record.Name, emptystring), '-'), '/[{$}]/g', '-'))",
  ],
  [
    afterFirst(name, ':'),
    "if(contains(temp.x1, ':'), substring(temp.x1, indexOf(temp.x1, ':') + 1, length(temp.x1)), emptystring)",
    { x1: '{{ifempty(temp.record.Name, emptystring)}}' },
  ],
  [
    escaped(name),
    "replace(replace(replace(ifempty(temp.record.Name, emptystring), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')",
  ],
  [
    plainText(name),
    "replace(replace(replace(replace(replace(ifempty(temp.record.Name, emptystring), '/<[^<>|]*\\|([^<>]*)>/g', '$1'), '/<([^<>|]*)>/g', '$1'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&')",
  ],
  [
    mention(name),
    "if(temp.x1, if(replace(temp.x1, '/^[UW][A-Z0-9]+$/g', emptystring), if(replace(temp.x1, '/^[S][A-Z0-9]+$/g', emptystring), emptystring, '<!subteam^' + temp.x1 + '>'), '<@' + temp.x1 + '>'), emptystring)",
    { x1: '{{ifempty(temp.record.Name, emptystring)}}' },
  ],
  [
    collect([{ when: exists(name), value: name }]),
    "map(temp.x2, 'value', 'use', 'yes')",
    {
      x1: ['{{if(if(temp.record.Name, true, false), ifempty(temp.record.Name, emptystring), emptystring)}}'],
    },
    { x2: [{ value: "{{ifempty(temp.x1[1], ' ')}}", use: "{{if(temp.x1[1], 'yes', 'no')}}" }] },
  ],
  [
    append(people, literal('list', ['U1'])),
    'merge(ifempty(temp.people, emptyarray), temp.x1)',
    { x1: ['U1'] },
  ],
  [pluck(people, 'id'), "map(ifempty(temp.people, emptyarray), 'id')"],
  [join(people, ', '), "join(temp.x1, ', ')", { x1: '{{ifempty(temp.people, emptyarray)}}' }],
  [itemAt('text', people, 0), 'temp.x1[1]', { x1: '{{ifempty(temp.people, emptyarray)}}' }],
  [length(people), 'length(ifempty(temp.people, emptyarray))'],
  [property('text', note('text', 'extra'), literal('text', 'Owner.Name')), 'temp.extra.Owner.Name'],
  [
    property('text', note('text', 'extra'), parameter('text', 'called')),
    'if(temp.x1, get(temp.extra, temp.x1), undefined)',
    { x1: '{{ifempty(parameters.called, emptystring)}}' },
  ],
  [
    word('owner'),
    'temp.x2',
    { x1: { en: 'Owner', de: 'Inhaber', fr: 'Propriétaire' } },
    { x2: "{{ifempty(get(temp.x1, ifempty(parameters.language, 'en')), temp.x1.en)}}" },
  ],
];

describe('An expression is printed', () => {
  it.each(
    PRINTED.map((row) => [row[0].kind, ...row] as const),
  )('as IML for %s.', (_, node, expression, ...steps) => {
    expect(compileExpression(node, roots)).toEqual({ steps, expression });
  });

  it('with a complex operand put aside once, however often it is used.', () => {
    const { steps, expression } = compileExpression(truncate(truncate(concat(name, '!'), 5), 5), roots);
    expect(steps.flatMap((step) => Object.keys(step))).toEqual(['x1', 'x2']);
    expect(expression).not.toContain('record');
  });

  it('with a long part that it repeats put aside once, unless that reads an answer.', () => {
    const known = fallback(name, field('text', 'Account.Name'), 'the name of a deal that has none yet');
    const asked = fallback(answer('text', 'name'), answer('text', 'user', 'name'), 'the name of a person');
    const { steps, expression } = compileExpression(concat(known, ' or ', known, asked, asked), roots);
    expect(steps.flatMap((step) => Object.keys(step))).toEqual(['x1']);
    expect(expression.match(/temp\.x1/g)).toHaveLength(2);
    expect(expression.match(/body\.user\.name/g)).toHaveLength(2);
  });

  it('with a text that it asks several times brought to ASCII once.', () => {
    const { steps, expression } = compileExpression(
      choose(
        'text',
        [
          [equal(name, 'won'), 'a'],
          [equal(name, 'lost'), 'b'],
        ],
        'c',
      ),
      roots,
    );
    expect(steps).toEqual([{ x1: "{{replace(ifempty(temp.record.Name, '-'), '/[^\\x00-\\x7F]/g', '~')}}" }]);
    expect(expression).toContain("!(replace(temp.x1, '/^(won)$/gi', emptystring))");
  });

  it('with steps in an order in which none reads what its own step writes.', () => {
    const tree = link(
      urlEncoded(join(collect([{ when: contains(name, parameter('text', 'q')), value: name }]), ',')),
      name,
    );
    const { steps } = compileExpression(tree, rootsIn('y'));
    const written = new Set<string>();
    for (const step of steps) {
      for (const [, read = ''] of JSON.stringify(step).matchAll(/temp\.(y\d+)/g))
        expect(written).toContain(read);
      for (const key of Object.keys(step)) written.add(key);
    }
    expect(written.size).toBeGreaterThan(3);
  });
});

describe('A template', () => {
  it('keeps the type of a leaf, leaves out a key that is missing, and holds a null in a list.', () => {
    const template: Template = {
      text: name,
      plain: 'a {{b}}',
      list: [name, 1, null],
      ids: people,
      sure: concat('x', name),
    };
    expect(compileTemplate(template, roots).value).toEqual({
      text: '{{ifempty(temp.record.Name, undefined)}}',
      plain: "{{('a {' + '{b}' + '}')}}",
      list: ['{{ifempty(temp.record.Name, null)}}', 1, null],
      ids: '{{ifempty(temp.people, emptyarray)}}',
      sure: "{{('x' + ifempty(temp.record.Name, emptystring))}}",
    });
  });
});

describe('JSON for each row', () => {
  const Row = objectType('Row', { Name: 'text' });
  const rows = each(people, { name: itemFieldsOf(Row)('Name'), fixed: 1 }, 2);
  const step = {
    x1: '{{ifempty(temp.people, emptyarray)}}',
  };
  const items = [
    { name: '{{ifempty(temp.x1[1].Name, undefined)}}', fixed: 1 },
    { name: '{{ifempty(temp.x1[2].Name, undefined)}}', fixed: 1 },
  ];

  it('is written out to its limit and cut to the rows that are there.', () => {
    expect(compileExpression(rows, roots)).toEqual({
      steps: [step, { x2: items }],
      expression: 'slice(temp.x2, 0, length(temp.x1))',
    });
  });

  it('stands between the other items of an array.', () => {
    expect(compileTemplate({ list: ['first', rows, 'last'] }, roots)).toEqual({
      steps: [{ ...step, x3: ['first'], x4: ['last'] }, { x2: items }],
      value: { list: '{{merge(merge(temp.x3, slice(temp.x2, 0, length(temp.x1))), temp.x4)}}' },
    });
  });
});

test('What IML cannot say for certain is refused with the place in the tree', () => {
  const tree = and(exists(name), not(changed(name)));
  expect(() => compileExpression(tree, roots)).toThrow(
    'The target iml cannot say "changed" at expression.conditions[1].condition: a module is not told what a change touched.',
  );
  expect(() => compileExpression(distinct(people), roots)).toThrow(NotExpressibleError);
});

test('A tree that contains itself is refused', () => {
  const tree: { kind: string; type: string; condition?: unknown } = { kind: 'not', type: 'boolean' };
  tree.condition = tree;
  expect(() => compileExpression(tree as unknown as Expression, roots)).toThrow('it contains itself');
});
