import type { Expression, Node } from '../language/node/node.ts';
import { type Visitor, visit } from '../language/visitor.ts';
import { longestForm } from '../language/word-table.ts';

/** What can be told of a text before it is known. */
export interface TextTraits {
  /** The most UTF-16 units it can have; for a list, the most an item can have. */
  readonly longest: number;
  /** Nothing in it that comes from a record or an input is special to Slack. */
  readonly escaped: boolean;
  /** A link has nothing to encode in it: no white space, `|`, `<` or `>`. */
  readonly isAddress?: boolean;
  /** It is never missing. */
  readonly there: boolean;
  /** The most items a list can have. */
  readonly count: number;
  /** The most UTF-16 units the items of a list can have together, where that is less than so many of the longest. */
  readonly together?: number;
}

/** What can be told of an expression's text. Throws InvalidTreeError for a tree that is none. */
export function textTraits(expression: Expression, path: string): TextTraits {
  return visit(visitor, expression, path, path);
}

/** Digits, sign, separators and exponent of any number. */
const NUMBER_LENGTH = 40;

/** What `\s` matches, and what else a link encodes in its address. */
const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const NO_ADDRESS = /[\s|<>]/;

const UNKNOWN: TextTraits = {
  longest: Number.POSITIVE_INFINITY,
  escaped: false,
  there: false,
  count: Number.POSITIVE_INFINITY,
};

const of = (longest: number, there = true): TextTraits => ({ longest, escaped: true, there, count: 1 });
const outside = () => UNKNOWN;
const verdict = () => of('false'.length);

const visitor: Visitor<TextTraits, string> = {
  field: outside,
  'named-field': outside,
  'item-field': outside,
  parameter: outside,
  note: outside,
  answer: outside,
  property: outside,
  'item-at': (node, path) => ({ ...textTraits(node.list, `${path}.list`), there: false, count: 1 }),
  'query-text': outside,
  pattern: outside,
  literal: ({ value }) => {
    if (!Array.isArray(value)) {
      const text = String(value ?? '');
      return { ...of(text.length, text !== ''), isAddress: !NO_ADDRESS.test(text) };
    }
    return { ...of(Math.max(0, ...value.map((item) => String(item).length))), count: value.length };
  },
  now: () => of('2026-11-20T22:05:00.000Z'.length),
  'child-field': outside,
  earliest: () => of('2026-11-20T22:05:00.000+0000'.length, false),
  turn: (node, path) => ({ ...textTraits(node.list, `${path}.list`), there: false, count: 1 }),
  stamp: () => of('20261120220500'.length, false),
  and: verdict,
  or: verdict,
  not: verdict,
  compare: verdict,
  between: verdict,
  in: verdict,
  match: verdict,
  exists: verdict,
  includes: verdict,
  'relative-date': verdict,
  fiscal: verdict,
  changed: verdict,
  entered: verdict,
  'in-query': verdict,
  add: () => of(NUMBER_LENGTH),
  length: () => of(NUMBER_LENGTH),
  'epoch-seconds': () => of(NUMBER_LENGTH, false),
  'local-day': () => of('2026-11-20'.length, false),
  'local-minute': () => of(NUMBER_LENGTH, false),
  'clock-minute': () => of(NUMBER_LENGTH, false),
  weekday: () => of(1, false),
  'shift-days': () => of('2026-11-20T22:05:00.000Z'.length, false),
  'period-start': () => of('2026-11-20'.length, false),
  word: ({ word }) => of(longestForm(word)),
  fingerprint: () => of(32),
  extract: (node, path) => ({ ...textTraits(node.value, `${path}.value`), escaped: false, there: false }),
  money: () => of(NUMBER_LENGTH + 'EUR '.length, false),
  number: () => of(NUMBER_LENGTH, false),
  percent: () => of(NUMBER_LENGTH + 2, false),
  duration: () => of(NUMBER_LENGTH, false),
  'date-text': () => of(40, false),
  'instant-text': () => of(60, false),
  'date-token': () => of(120, false),
  plural: ({ one, other }) => of(NUMBER_LENGTH + 1 + Math.max(one.length, other.length)),
  concat: (node, path) => {
    const parts = each(node.parts, `${path}.parts`);
    const there = parts.some((part) => part.there);
    return { ...all(parts), longest: sum(parts), there };
  },
  fallback: (node, path) => {
    const values = each(node.values, `${path}.values`);
    return { ...all(values), there: values.some(({ there }) => there) };
  },
  choose: (node, path) => {
    const values = node.branches.map(({ value }, at) => textTraits(value, `${path}.branches[${at}].value`));
    return all([...values, textTraits(node.otherwise, `${path}.otherwise`)]);
  },
  upper: (node, path) => ({ ...textTraits(node.value, `${path}.value`), escaped: false }),
  lower: (node, path) => ({ ...textTraits(node.value, `${path}.value`), escaped: false }),
  trim: (node, path) => ({ ...textTraits(node.value, `${path}.value`), there: false }),
  part: (node, path) => ({ ...textTraits(node.value, `${path}.value`), escaped: false, there: false }),
  truncate: (node, path) => {
    const value = textTraits(node.value, `${path}.value`);
    return { ...value, longest: Math.min(value.longest, node.length) };
  },
  slug: ({ length }) => of(length, false),
  keep: (node, path) => {
    const value = textTraits(node.value, `${path}.value`);
    const longest = value.longest * Math.max(1, node.replacement.length);
    const kept = new RegExp(`[${node.characters}]`);
    const holds = (signs: string) =>
      [...signs].some((sign) => kept.test(sign) || node.replacement.includes(sign));
    return {
      longest,
      escaped: !holds('&<>'),
      isAddress: !holds(`${WHITE_SPACE}|<>`),
      there: false,
      count: 1,
    };
  },
  escape: (node, path) => {
    const value = textTraits(node.value, `${path}.value`);
    return { ...value, escaped: true, longest: value.longest * '&amp;'.length };
  },
  'plain-text': (node, path) => ({
    ...textTraits(node.value, `${path}.value`),
    escaped: false,
    there: false,
  }),
  'html-text': (node, path) => ({
    ...textTraits(node.value, `${path}.value`),
    escaped: false,
    there: false,
  }),
  link: (node, path) => {
    const url = textTraits(node.url, `${path}.url`);
    const label = textTraits(node.label, `${path}.label`);
    const target = url.isAddress ? url.longest : url.longest * '%20'.length;
    const shown = Math.min(label.longest * '&amp;'.length, node.longest ?? Number.POSITIVE_INFINITY);
    return {
      longest: target + shown + '<|>'.length,
      escaped: true,
      there: url.there || label.there,
      count: 1,
    };
  },
  mention: (node, path) => of(textTraits(node.id, `${path}.id`).longest + '<!subteam^>'.length, false),
  'url-encode': (node, path) => {
    const value = textTraits(node.value, `${path}.value`);
    return { ...value, escaped: true, longest: value.longest * '%E2%80%A6'.length };
  },
  join: (node, path) => {
    const list = textTraits(node.list, `${path}.list`);
    const { count, together = count * list.longest } = list;
    const between = node.prefix.length + node.separator.length;
    return {
      longest: together + (between === 0 ? 0 : count * between),
      escaped: list.escaped,
      there: false,
      count: 1,
    };
  },
  rows: (node, path) => {
    const row = textTraits(node.row, `${path}.row`);
    const more = textTraits(node.more, `${path}.more`);
    const longest = node.limit * (row.longest + 1) + more.longest;
    return { longest, escaped: row.escaped && more.escaped, there: false, count: 1 };
  },
  collect: (node, path) => {
    const values = node.entries.map(({ value }, at) => textTraits(value, `${path}.entries[${at}].value`));
    return { ...all(values), count: values.length, together: sum(values) };
  },
  append: (node, path) => {
    const lists = each(node.lists, `${path}.lists`);
    return { ...all(lists), count: lists.reduce((sum, { count }) => sum + count, 0) };
  },
  each: outside,
  distinct: (node, path) => textTraits(node.list, `${path}.list`),
  pluck: outside,
};

function each(nodes: readonly Node[], path: string): readonly TextTraits[] {
  return nodes.map((node, at) => textTraits(node, `${path}[${at}]`));
}

/** What holds of each of several texts. */
function all(texts: readonly TextTraits[]): TextTraits {
  return {
    longest: Math.max(0, ...texts.map(({ longest }) => longest)),
    escaped: texts.every(({ escaped }) => escaped),
    isAddress: texts.every(({ isAddress }) => isAddress === true),
    there: texts.every(({ there }) => there),
    count: Math.max(0, ...texts.map(({ count }) => count)),
  };
}

function sum(texts: readonly TextTraits[]): number {
  return texts.reduce((total, { longest }) => total + longest, 0);
}
