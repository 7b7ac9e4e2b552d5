import { readIfPossible } from '../delivery/ledger-part.ts';
import type { Step } from '../delivery/step.ts';
import {
  add,
  and,
  answer,
  type Condition,
  choose,
  collect,
  type Expression,
  equal,
  exists,
  greater,
  itemAt,
  length,
  literal,
  not,
  note,
  or,
  type Query,
} from '../language/index.ts';
import type { Template } from '../language/template.ts';

/** A search for a question: one query for each object, made in one call. */
export interface RecordSearch {
  readonly readQuestion: readonly Readonly<Record<string, Template>>[];
  /** What is looked for; without it nothing is. */
  readonly asked: Expression<'text'>;
  readonly searches: readonly { readonly key: string; readonly query: Query }[];
}

const hits = note('number', 'hits');
const rowsOf = (key: string) => note('list', `${key}Rows`);
const isSingle = equal(hits, 1);

/**
 * Looks for records. Notes the rows of each object as `<key>Rows`, how many `hits` there are, and of an only one its
 * `kind` and the row as the `record`; `single`, `none` and `<key>Shown` are lists of one item for the parts of an answer.
 * An object that Salesforce does not show is left out; `incomplete` tells so.
 */
export function searchRecords(
  { readQuestion, asked, searches }: RecordSearch,
  go: Condition,
): readonly Step[] {
  const mark = (when: Condition) => collect([{ when, value: literal('text', 'yes') }]);
  const errors = searches.map(({ key }) => exists(note('text', `${key}Error`)));
  return [
    ...readQuestion.map((notes, at) => ({ name: `read the question, part ${at + 1}`, notes })),
    {
      name: 'look for records',
      when: and(go, exists(asked)),
      call: {
        to: 'salesforce',
        allOrNone: false,
        parts: Object.fromEntries(searches.map(({ key, query }) => [key, readIfPossible(query)])),
      },
      notes: Object.fromEntries(
        searches.flatMap(({ key }) => [
          [`${key}Rows`, answer('list', key, 'body', 'records')],
          [`${key}Error`, answer('text', key, 'body', 0, 'errorCode')],
        ]),
      ),
    },
    {
      name: 'count what was found',
      notes: {
        hits: searches.reduce<Expression<'number'>>(
          (sum, { key }) => add(sum, length(rowsOf(key))),
          literal('number', 0),
        ),
        incomplete: or(...errors),
      },
    },
    {
      name: 'know what was found',
      notes: {
        kind: ofTheOne(searches, (key) => literal('text', key)),
        record: ofTheOne(searches, (key) => itemAt('text', rowsOf(key), 0)),
        single: mark(isSingle),
        none: mark(equal(hits, 0)),
        ...Object.fromEntries(
          searches.map(({ key }) => [
            `${key}Shown`,
            mark(and(not(isSingle), greater(length(rowsOf(key)), 0))),
          ]),
        ),
      },
    },
  ];
}

function ofTheOne(
  searches: RecordSearch['searches'],
  tell: (key: string) => Expression<'text'>,
): Expression<'text'> {
  return choose(
    'text',
    searches.map(({ key }) => [and(isSingle, greater(length(rowsOf(key)), 0)), tell(key)] as const),
    literal('text', null),
  );
}
