import fc from 'fast-check';
import {
  add,
  afterFirst,
  and,
  answer,
  append,
  beforeFirst,
  between,
  changed,
  childField,
  choose,
  clockMinute,
  collect,
  concat,
  contains,
  dateText,
  dateToken,
  daysAfter,
  daysBefore,
  distinct,
  duration,
  type Expression,
  each,
  earliest,
  endsWith,
  entered,
  epochSeconds,
  equal,
  escaped,
  exists,
  extract,
  fallback,
  field,
  fingerprint,
  htmlText,
  includes,
  inFiscal,
  inQuery,
  instantText,
  isIn,
  itemAt,
  join,
  type Kind,
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
  not,
  note,
  now,
  numberText,
  or,
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
  startsWith,
  trim,
  truncate,
  turn,
  upper,
  urlEncoded,
  weekday,
  within,
  word,
} from '../../shared/language/index.ts';
import { type Word, wordTable } from '../../shared/language/word-table.ts';
import { compared, entries, fallbacks, grow, textMap } from './grow.ts';
import { children, input, item, LEAF, line, parameter, rowText, type Tree, window } from './leaf.ts';
import { STATES } from './scope.ts';
import { filledText, plainNumber } from './value.ts';

const zone = fc.oneof(
  fc
    .constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland')
    .map((name) => literal('text', name)),
  fc.constant(parameter('zone')),
);

/** Random nodes of each kind; `depth` is how many levels stand below the node's children. */
export const NODE: { readonly [K in Kind]: (depth: number) => Tree } = {
  field: () =>
    fc.oneof(
      fc.constantFrom<Expression[]>(
        field('text', 'Name'),
        field('number', 'Amount'),
        field('date', 'CloseDate'),
        field('boolean', 'IsPrivate'),
        field('text', 'CSM__r.Name'),
        field('text', 'Missing__c'),
        length(field('list', 'Roles')),
      ),
    ),
  'named-field': () =>
    fc.constantFrom<Expression[]>(
      namedField('text', 'field', 'Name'),
      namedField('text', 'field', ''),
      namedField('text', 'lookup', 'OwnerId', 'Name'),
      namedField('text', 'lookup', '', 'Name'),
    ),
  'item-field': () =>
    fc
      .constantFrom(item('Role'), item('Contact.Name'))
      .map((row) => rows(field('list', 'Roles'), row, 3, '…')),
  parameter: () =>
    fc.constantFrom<Expression[]>(
      parameter('text'),
      parameter('number'),
      parameter('flag'),
      parameter('states'),
    ),
  literal: () =>
    fc.oneof<Tree[]>(
      LEAF.text,
      LEAF.number,
      LEAF.boolean,
      LEAF.date,
      fc.array(filledText, { maxLength: 3 }).map((items) => literal('list', items)),
      fc.constant(literal('text', null)),
    ),
  now: () => fc.constant(now),
  note: () =>
    fc.constantFrom<Expression[]>(
      note('text', 'text'),
      note('number', 'number'),
      note('list', 'people'),
      note('text', 'none'),
    ),
  answer: () =>
    fc.constantFrom<Expression[]>(
      answer('text', 'error'),
      answer('boolean', 'ok'),
      answer('text', 'channel', 'id'),
      answer('text', 'none', 2, 'x'),
      answer('list', 'channels'),
    ),
  property: () =>
    fc
      .tuple(
        fc.constantFrom(field('text', 'Owner'), field('text', 'CSM__r')),
        fc.constantFrom<Expression<'text'>[]>(
          literal('text', 'Name'),
          literal('text', 'Email'),
          literal('text', null),
          note('text', 'none'),
        ),
      )
      .map(([record, name]) => property('text', record, name)),
  'child-field': () =>
    fc.constantFrom<Expression[]>(
      childField('text', 'Roles', 0, 'Role'),
      childField('number', 'Roles', 2, 'Amount'),
      childField('text', 'Roles', 1, 'Contact.Name'),
      childField('text', 'History', 0, 'CreatedDate'),
      childField('text', 'Missing__r', 0, 'Name'),
    ),
  turn: () =>
    fc
      .tuple(
        LEAF.list,
        LEAF.date,
        LEAF.date,
        fc.oneof(
          fc.constantFrom(1, 7),
          fc.constant(fallback(parameter('turnDays'), 7) as Expression<'number'>),
        ),
      )
      .map(([list, since, today, days]) => turn('text', list, { since, today, days })),
  fallback: fallbacks,
  choose: (depth) => {
    const { text, boolean } = grow(depth);
    return fc
      .tuple(fc.array(fc.tuple(boolean, text), { minLength: 1, maxLength: 3 }), text)
      .map(([branches, otherwise]) => choose('text', branches, otherwise));
  },
  add: (depth) => fc.tuple(grow(depth).number, grow(depth).number).map(([left, right]) => add(left, right)),
  earliest: () => fc.constantFrom(note('list', 'dates'), note('list', 'none')).map(earliest),
  'epoch-seconds': () => LEAF.instant.map(epochSeconds),
  'local-day': () =>
    fc
      .tuple(
        LEAF.instant,
        zone,
        fc.constantFrom(
          undefined,
          literal('number', 540),
          clockMinute(literal('text', '06:30')),
          parameter('days'),
        ),
      )
      .map(([value, name, begins]) => localDay(value, name, begins)),
  'local-minute': () => fc.tuple(LEAF.instant, zone).map(([value, name]) => localMinute(value, name)),
  'clock-minute': () =>
    fc
      .oneof(
        fc
          .constantFrom('00:00', '09:05', '23:59', '24:00', '9:05', '12:60', '12:30 ')
          .map((text) => literal('text', text)),
        line,
      )
      .map(clockMinute),
  weekday: () => LEAF.date.map(weekday),
  'shift-days': () => {
    const days = fc.oneof(fc.constant(parameter('days')), fc.integer({ min: -400, max: 400 }));
    return fc.oneof<Tree[]>(
      fc
        .tuple(LEAF.date, days, fc.constantFrom(daysBefore, daysAfter))
        .map(([value, count, shift]) => shift(value, count)),
      fc
        .tuple(LEAF.instant, days, fc.constantFrom(daysBefore, daysAfter))
        .map(([value, count, shift]) => shift(value, count)),
    );
  },
  'period-start': () =>
    fc
      .tuple(LEAF.date, fc.constantFrom('week' as const, 'month' as const, 'quarter' as const))
      .map(([value, unit]) => periodStart(value, unit)),
  'query-text': () =>
    fc
      .tuple(input, input, fc.constantFrom(1, fallback(parameter('days'), 200) as Expression<'number'>))
      .map(([text, search, count]) =>
        queryText({
          from: 'Opportunity',
          select: [field('text', 'Id'), field('text', 'Name'), namedField('text', 'field', 'name')],
          where: and(
            equal(field('text', 'Name'), fallback(text, 'none')),
            contains(field('text', 'Description'), fallback(search, 'none')),
          ),
          limit: count,
        }),
      ),
  and: (depth) => fc.array(grow(depth).boolean, { minLength: 1, maxLength: 4 }).map((all) => and(...all)),
  or: (depth) => fc.array(grow(depth).boolean, { minLength: 1, maxLength: 4 }).map((all) => or(...all)),
  not: (depth) => grow(depth).boolean.map(not),
  compare: compared,
  between: (depth) => {
    const { number, date } = grow(depth);
    const of = <T extends 'number' | 'date' | 'instant'>(operand: Tree<T>) =>
      fc.tuple(operand, operand, operand).map(([value, low, high]) => between(value, low, high));
    return fc.oneof(of(number), of(date), of(LEAF.instant));
  },
  in: () =>
    fc.oneof(
      fc.tuple(line, fc.constant(parameter('states'))).map(([value, list]) => isIn(value, list)),
      fc
        .tuple(
          LEAF.text,
          fc.array(fc.oneof(fc.constantFrom(...STATES), filledText), { minLength: 1, maxLength: 4 }),
        )
        .map(([value, list]) => isIn(value, list)),
      fc
        .tuple(LEAF.number, fc.array(plainNumber, { minLength: 1, maxLength: 4 }))
        .map(([value, list]) => isIn(value, list)),
    ),
  match: (depth) =>
    fc
      .tuple(
        grow(depth).text,
        fc.oneof(line, LEAF.text),
        fc.constantFrom(contains, startsWith, endsWith),
        fc.boolean(),
      )
      .map(([value, search, build, isPart]) => build(value, isPart ? truncate(value, 3) : search)),
  exists: (depth) => {
    const { text, number, boolean, date, list } = grow(depth);
    return fc.oneof<Tree[]>(text, number, boolean, date, list).map(exists);
  },
  includes: () =>
    fc
      .tuple(
        LEAF.list,
        fc.oneof(
          line,
          fc.constantFrom('U1', 'S4').map((id) => literal('text', id)),
        ),
      )
      .map(([list, value]) => includes(list, value)),
  'relative-date': () =>
    fc
      .tuple(
        LEAF.date,
        fc.constantFrom('last' as const, 'next' as const, 'before-last' as const),
        fc.oneof(fc.constant(parameter('days')), fc.integer({ min: 0, max: 400 })),
      )
      .map(([value, span, days]) => within(value, span, days)),
  fiscal: () =>
    fc
      .tuple(LEAF.date, fc.constantFrom('quarter' as const, 'year' as const))
      .map(([value, period]) => inFiscal(value, period)),
  'in-query': () =>
    fc.constant(
      inQuery(field('text', 'AccountId'), {
        from: 'AccountTeamMember',
        select: field('text', 'AccountId'),
        where: exists(field('text', 'UserId')),
      }),
    ),
  changed: () => fc.constant(changed(field('text', 'StageName'))),
  entered: () =>
    fc
      .tuple(
        fc.constantFrom<Expression<'list'>[]>(parameter('states'), literal('list', ['closed won'])),
        window,
      )
      .map(([states, { changedAt, since, until }]) =>
        entered(field('text', 'StageName'), states, {
          ...(changedAt && { changedAt }),
          ...(since && { since }),
          ...(until && { until }),
        }),
      ),
  concat: (depth) =>
    fc
      .array(fc.oneof<Tree[]>(grow(depth).text, LEAF.number, LEAF.boolean), { minLength: 1, maxLength: 5 })
      .map((parts) => concat(...parts)),
  upper: textMap(upper),
  lower: textMap(lower),
  trim: textMap(trim),
  truncate: (depth) =>
    fc
      .tuple(grow(depth).text, fc.integer({ min: 1, max: 40 }), fc.boolean())
      .map(([value, length, isEscaped]) => truncate(isEscaped ? escaped(value) : value, length)),
  slug: (depth) =>
    fc.tuple(grow(depth).text, fc.integer({ min: 1, max: 80 })).map(([value, length]) => slug(value, length)),
  pattern: (depth) =>
    fc
      .tuple(
        fc.constantFrom<Expression<'text'>[]>(
          literal('text', 'deal-{account}-{q}-{account}'),
          literal('text', '{{account}}{q}'),
          parameter('text'),
        ),
        grow(depth).text,
        grow(depth).text,
      )
      .map(([template, account, q]) => pattern(template, { account, q })),
  keep: (depth) =>
    fc
      .tuple(grow(depth).text, fc.constantFrom('A-Za-z0-9_-', 'A-Z/', '\\w.'), fc.constantFrom('', '-', ' '))
      .map(([value, set, by]) => keep(value, set, by)),
  part: (depth) =>
    fc
      .tuple(
        grow(depth).text,
        fc.constantFrom(':', ' ', '|', '/', '$'),
        fc.constantFrom(beforeFirst, afterFirst),
      )
      .map(([value, sign, build]) => build(value, sign)),
  extract: (depth) =>
    fc
      .tuple(
        fc.oneof(grow(depth).text, line),
        fc.constantFrom('[0-9]+', '[A-Za-z]{2,3}(?![a-z])', '(?:a|é)+', '\\s.', '<[^>]*>'),
      )
      .map(([value, wanted]) => extract(value, wanted)),
  fingerprint: textMap(fingerprint),
  word: () => fc.constantFrom(...(Object.keys(wordTable) as Word[])).map(word),
  escape: textMap(escaped),
  'html-text': (depth) =>
    fc
      .oneof(
        grow(depth).text,
        fc
          .constantFrom(
            '<p>A &amp;lt; b</p><p>c</p>',
            '&quot;<br/>&#39;&nbsp;',
            '<<x>>',
            '<ul><li>1</li></ul>',
          )
          .map((markup) => literal('text', markup)),
      )
      .map(htmlText),
  'plain-text': (depth) =>
    fc
      .oneof(
        grow(depth).text,
        fc
          .constantFrom('<@U1>', '<https://a.b|c &amp; d>', '&amp;lt;', '<a|b', '<<x>|y>', '<|>')
          .map((markup) => literal('text', markup)),
      )
      .map(plainText),
  link: (depth) =>
    fc
      .tuple(
        grow(depth).text,
        grow(depth).text,
        fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      )
      .map(([url, label, longest]) => link(url, label, longest)),
  mention: (depth) =>
    fc
      .oneof(
        grow(depth).text,
        fc.constantFrom('U01', 'W9Z', 'S0A', 'U', 'u01', 'X01', 'U01\n').map((id) => literal('text', id)),
      )
      .map(mention),
  'url-encode': textMap(urlEncoded),
  money: (depth) =>
    fc
      .tuple(
        grow(depth).number,
        fc.oneof(
          LEAF.text,
          fc.constantFrom('EUR', 'usd', 'EURO').map((code) => literal('text', code)),
        ),
      )
      .map(([amount, currency]) => money(amount, currency)),
  number: (depth) =>
    fc
      .tuple(grow(depth).number, fc.integer({ min: 0, max: 6 }))
      .map(([value, decimals]) => numberText(value, decimals)),
  percent: (depth) => grow(depth).number.map(percent),
  plural: (depth) => grow(depth).number.map((count) => plural(count, 'deal', 'deals')),
  'date-text': () => LEAF.date.map(dateText),
  stamp: () => LEAF.instant.map(stamp),
  'instant-text': () => LEAF.instant.map(instantText),
  'date-token': () =>
    fc
      .tuple(LEAF.instant, fc.constantFrom('date' as const, 'time' as const, 'date-time' as const))
      .map(([value, style]) => dateToken(value, style)),
  duration: (depth) => grow(depth).number.map(duration),
  join: (depth) =>
    fc
      .tuple(grow(depth).list, fc.constantFrom(', ', '\n', ''), fc.constantFrom('', '• ', '@'))
      .map(([list, separator, prefix]) => join(list, separator, prefix)),
  rows: (depth) =>
    fc
      .tuple(children, rowText, fc.integer({ min: 1, max: 5 }), grow(depth).text)
      .map(([list, row, limit, more]) => rows(list, row, limit, more)),
  each: () =>
    fc.tuple(children, rowText, fc.integer({ min: 1, max: 5 })).map(([list, text, limit]) =>
      each(
        list,
        {
          kind: 'row',
          role: item('Role'),
          text,
          parts: [{ amount: item('Amount') }, item('Contact.Name')],
        },
        limit,
      ),
    ),
  append: (depth) =>
    fc.array(grow(depth).list, { minLength: 1, maxLength: 3 }).map((lists) => append(...lists)),
  collect: (depth) => entries(depth).map(collect),
  distinct: (depth) => entries(depth).map((all) => distinct(collect([...all, ...all]))),
  pluck: () =>
    fc
      .tuple(
        fc.constant(note('list', 'rows')),
        fc.constantFrom('id', 'kind'),
        fc.oneof(
          fc.constant(undefined),
          fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 1, maxLength: 3 }),
        ),
      )
      .map(([list, name, kinds]) =>
        pluck(
          list,
          name,
          kinds && {
            field: 'kind',
            values: [...kinds.map((kind) => literal('text', kind)), note('text', 'none')],
          },
        ),
      ),
  'item-at': (depth) =>
    fc
      .tuple(grow(depth).list, fc.integer({ min: 0, max: 4 }))
      .map(([list, position]) => itemAt('text', list, position)),
  length: (depth) => grow(depth).list.map(length),
};

/** Whole trees, several levels deep. */
export const WHOLE: { readonly condition: Tree<'boolean'>; readonly text: Tree<'text'> } = {
  condition: grow(3).boolean,
  text: grow(3).text,
};
