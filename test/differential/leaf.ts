import fc from 'fast-check';
import {
  choose,
  concat,
  type Expression,
  escaped,
  exists,
  fallback,
  field,
  itemFieldsOf,
  literal,
  money,
  note,
  now,
  numberText,
  objectType,
  parametersOf,
  type Type,
  truncate,
} from '../../shared/language/index.ts';
import { day, filledText, instant, lineText, plainNumber } from './value.ts';

export type Tree<T extends Type = Type> = fc.Arbitrary<Expression<T>>;

export const parameter = parametersOf({
  text: 'text',
  search: 'text',
  number: 'number',
  days: 'number',
  turnDays: 'number',
  zone: 'text',
  flag: 'boolean',
  day: 'date',
  instant: 'instant',
  states: 'list',
});
const Contact = objectType('Contact', { Name: 'text' });
export const item = itemFieldsOf(
  objectType('Row', { Role: 'text', Amount: 'number', Contact: { parent: () => Contact } }),
);

export const literalText = fc.oneof(filledText, fc.constant('')).map((text) => literal('text', text));
export const LEAF = {
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
export const line: Tree<'text'> = fc.oneof(
  fc.constantFrom<Expression<'text'>[]>(
    field('text', 'Description'),
    parameter('text'),
    field('text', 'StageName'),
  ),
  lineText.map((text) => literal('text', text)),
);

/** Texts that do not depend on the record. */
export const input: Tree<'text'> = fc.oneof(
  fc.constantFrom<Expression<'text'>[]>(
    parameter('text'),
    note('text', 'text'),
    concat(parameter('search'), '%_'),
  ),
  literalText,
);

export const rowText: Tree<'text'> = fc.oneof(
  fc.constantFrom(item('Role'), item('Contact.Name')),
  fc.constantFrom(
    concat('• ', escaped(fallback(item('Contact.Name'), '—')), ' (', item('Role'), ')'),
    money(item('Amount'), 'EUR'),
    choose('text', [[exists(item('Amount')), numberText(item('Amount'), 1)]], item('Role')),
    truncate(concat(item('Role'), ' ', item('Contact.Name')), 12),
  ),
);

export const children: Tree<'list'> = fc.constant(field('list', 'Roles'));

export const window = fc.record({
  changedAt: fc.constantFrom(undefined, field('instant', 'LastStageChangeDate')),
  since: fc.oneof(fc.constant(undefined), LEAF.instant),
  until: fc.oneof(fc.constant(undefined), LEAF.instant),
});
