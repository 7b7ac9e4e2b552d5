import fc from 'fast-check';
import {
  add,
  afterFirst,
  and,
  answer,
  beforeFirst,
  between,
  type Condition,
  changed,
  choose,
  collect,
  concat,
  contains,
  dateText,
  dateToken,
  distinct,
  duration,
  type Expression,
  endsWith,
  entered,
  entryStamp,
  epochSeconds,
  equal,
  escaped,
  exists,
  fallback,
  field,
  greater,
  greaterOrEqual,
  includes,
  inFiscal,
  instantText,
  isIn,
  itemAt,
  itemFieldsOf,
  join,
  type Kind,
  keep,
  length,
  less,
  lessOrEqual,
  link,
  literal,
  lower,
  mention,
  money,
  namedField,
  not,
  notEqual,
  note,
  now,
  numberText,
  objectType,
  or,
  parametersOf,
  pattern,
  percent,
  pluck,
  plural,
  property,
  queryText,
  rows,
  slug,
  startsWith,
  type Type,
  trim,
  truncate,
  upper,
  urlEncoded,
  within,
} from '../../shared/language/index.ts';
import { STATES } from './scope.ts';
import { day, filledText, instant, lineText, plainNumber } from './value.ts';

export type Tree<T extends Type = Type> = fc.Arbitrary<Expression<T>>;

const parameter = parametersOf({
  text: 'text',
  search: 'text',
  number: 'number',
  days: 'number',
  flag: 'boolean',
  day: 'date',
  instant: 'instant',
  states: 'list',
});
const Contact = objectType('Contact', { Name: 'text' });
const item = itemFieldsOf(
  objectType('Row', { Role: 'text', Amount: 'number', Contact: { parent: () => Contact } }),
);

const literalText = fc.oneof(filledText, fc.constant('')).map((text) => literal('text', text));
const LEAF = {
  text: fc.oneof(
    fc.constantFrom<Expression<'text'>[]>(
      field('text', 'Name'),
      field('text', 'Owner.Name'),
      field('text', 'Description'),
      parameter('text'),
      note('text', 'text'),
    ),
    literalText,
  ),
  number: fc.oneof(
    fc.constantFrom<Expression<'number'>[]>(
      field('number', 'Amount'),
      field('number', 'Count'),
      parameter('number'),
      note('number', 'number'),
    ),
    plainNumber.map((value) => literal('number', value)),
  ),
  boolean: fc.constantFrom<Expression<'boolean'>[]>(
    field('boolean', 'IsPrivate'),
    parameter('flag'),
    literal('boolean', true),
    literal('boolean', false),
    note('boolean', 'flag'),
  ),
  date: fc.oneof(
    fc.constantFrom<Expression<'date'>[]>(field('date', 'CloseDate'), parameter('day')),
    day.map((value) => literal('date', value)),
  ),
  instant: fc.oneof(
    fc.constantFrom<Expression<'instant'>[]>(
      field('instant', 'LastStageChangeDate'),
      field('instant', 'CreatedDate'),
      parameter('instant'),
      now,
    ),
    instant.map((value) => literal('instant', value)),
  ),
  list: fc.constantFrom<Expression<'list'>[]>(note('list', 'people'), parameter('states')),
} satisfies { readonly [T in Type]: Tree<T> };

/** Texts without line breaks, as the values are that a list of inputs is searched for. */
const line: Tree<'text'> = fc.oneof(
  fc.constantFrom<Expression<'text'>[]>(
    field('text', 'Description'),
    parameter('text'),
    field('text', 'StageName'),
  ),
  lineText.map((text) => literal('text', text)),
);

/** Texts that do not depend on the record. */
const input: Tree<'text'> = fc.oneof(
  fc.constantFrom<Expression<'text'>[]>(
    parameter('text'),
    note('text', 'text'),
    concat(parameter('search'), '%_'),
  ),
  literalText,
);

type Grown = { readonly [T in Type]: Tree<T> };

/** Children that are leaves, or one level more. */
function grow(depth: number): Grown {
  if (depth === 0) return LEAF;
  const below = depth - 1;
  const of = <T extends Type>(type: T, kinds: readonly Kind[]): Tree<T> =>
    fc.oneof(
      { weight: 2, arbitrary: LEAF[type] as unknown as Tree<T> },
      ...kinds.map((kind) => ({
        weight: 1,
        arbitrary: NODE[kind](below).filter((node) => node.type === type) as unknown as Tree<T>,
      })),
    );
  return {
    text: of('text', [
      'concat',
      'choose',
      'fallback',
      'escape',
      'truncate',
      'money',
      'join',
      'rows',
      'part',
      'date-text',
      'named-field',
    ]),
    number: of('number', ['add', 'length', 'epoch-seconds']),
    boolean: of('boolean', [
      'and',
      'or',
      'not',
      'compare',
      'between',
      'in',
      'match',
      'exists',
      'includes',
      'relative-date',
      'fiscal',
    ]),
    date: LEAF.date,
    instant: LEAF.instant,
    list: of('list', ['collect', 'distinct', 'pluck']),
  };
}

const textMap =
  (build: (value: Expression<'text'>) => Expression) =>
  (depth: number): Tree =>
    grow(depth).text.map(build);

const entries = (depth: number) =>
  fc.array(fc.record({ when: grow(depth).boolean, value: grow(depth).text }), { maxLength: 4 });

const rowText: Tree<'text'> = fc.oneof(
  fc.constantFrom(item('Role'), item('Contact.Name')),
  fc.constantFrom(
    concat('• ', escaped(fallback(item('Contact.Name'), '—')), ' (', item('Role'), ')'),
    money(item('Amount'), 'EUR'),
    choose('text', [[exists(item('Amount')), numberText(item('Amount'), 1)]], item('Role')),
    truncate(concat(item('Role'), ' ', item('Contact.Name')), 12),
  ),
);

const children: Tree<'list'> = fc.constant(field('list', 'Roles'));

const window = fc.record({
  changedAt: fc.constantFrom(undefined, field('instant', 'LastStageChangeDate')),
  since: fc.oneof(fc.constant(undefined), LEAF.instant),
  until: fc.oneof(fc.constant(undefined), LEAF.instant),
});

function compared(depth: number): Tree<'boolean'> {
  const { text, number, boolean, date } = grow(depth);
  const both = <T extends Type>(
    operand: Tree<T>,
    builders: readonly ((left: Expression<T>, right: Expression<T>) => Condition)[],
  ) =>
    fc
      .tuple(operand, operand, fc.constantFrom(...builders))
      .map(([left, right, build]) => build(left, right));
  const ordered = [equal, notEqual, less, lessOrEqual, greater, greaterOrEqual] as const;
  return fc.oneof(
    both(text, [equal, notEqual]),
    both(boolean, [equal, notEqual]),
    both(number, ordered),
    both(date, ordered),
    both(LEAF.instant, ordered),
    fc
      .tuple(fc.constant(field('text', 'StageName')), fc.constantFrom(...STATES))
      .map(([left, right]) => equal(left, right)),
  );
}

function fallbacks(depth: number): Tree {
  const { text, number, date, list } = grow(depth);
  const of = <T extends Type>(operand: Tree<T>) =>
    fc
      .tuple(operand, operand, operand)
      .map(([first, ...others]) => fallback(first, ...(others as unknown as never[])) as Expression);
  return fc.oneof(of(text), of(text), of(number), of(date), of(list));
}

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
  'entry-stamp': () => fc.constant(entryStamp('History')),
  fallback: fallbacks,
  choose: (depth) => {
    const { text, boolean } = grow(depth);
    return fc
      .tuple(fc.array(fc.tuple(boolean, text), { minLength: 1, maxLength: 3 }), text)
      .map(([branches, otherwise]) => choose('text', branches, otherwise));
  },
  add: (depth) => fc.tuple(grow(depth).number, grow(depth).number).map(([left, right]) => add(left, right)),
  'epoch-seconds': () => LEAF.instant.map(epochSeconds),
  'query-text': () =>
    fc.tuple(input, input).map(([text, search]) =>
      queryText({
        from: 'Opportunity',
        select: [field('text', 'Id'), field('text', 'Name'), namedField('text', 'field', 'name')],
        where: and(
          equal(field('text', 'Name'), fallback(text, 'none')),
          contains(field('text', 'Description'), fallback(search, 'none')),
        ),
        limit: 1,
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
  escape: textMap(escaped),
  link: (depth) => fc.tuple(grow(depth).text, grow(depth).text).map(([url, label]) => link(url, label)),
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
