import { DASH, shown } from '../../card/text.ts';
import { read } from '../../delivery/ledger-part.ts';
import type { CompositeCall, Failure } from '../../delivery/step.ts';
import {
  answer,
  type Condition,
  concat,
  type Expression,
  exists,
  fallback,
  itemFieldsOf,
  literal,
  note,
  numberText,
  objectType,
  parametersOf,
  property,
  rows,
} from '../../language/index.ts';
import type { Input, Operation } from '../definition.ts';
import { DAYS_KEY, type Search } from '../search.ts';

/** Owners that are named, the busiest first. */
const OWNERS = 5;
/** Characters of a name that are shown. */
const NAME_LENGTH = 80;
/** Days that such a search looks back at most. */
const MOST_DAYS = 365;

const days: Input = {
  key: DAYS_KEY,
  label: 'Days',
  help: `How many days back to count, ${MOST_DAYS} at most.`,
  type: 'number',
  default: '30',
  least: 1,
  highest: MOST_DAYS,
};

/** What a search counts, and by which filter. */
export interface PastCount
  extends Pick<Operation, 'key' | 'group' | 'label' | 'description' | 'inputs' | 'sample'> {
  readonly from: string;
  readonly id: Expression;
  readonly owner: Expression<'text'>;
  /** The signal's own filter; reads the input `since`. */
  readonly where: Condition;
  /** What else has to be read, and what in its answer ends the search with an error. */
  readonly needs?: { readonly parts: CompositeCall['parts']; readonly fail: readonly Failure[] };
}

const input = parametersOf({ [DAYS_KEY]: 'number' });
const ownerRow = itemFieldsOf(objectType('AggregateResult', { owner: 'text', fired: 'number' }));

/**
 * A search that has Salesforce count what a signal's filter finds in the past days, as it is now: one call, whatever there
 * is. What entered the state and left it again is not counted.
 */
export function countPast({ from, id, owner, where, inputs, needs, ...told }: PastCount): Search {
  const fired = { figure: 'count', of: id, as: 'fired' } as const;
  const busiest = note('text', 'busiest');
  return {
    operation: {
      ...told,
      noun: 'Past Count',
      inputs: [...inputs, days],
      outputs: [
        { key: 'fired', label: 'Times', type: 'number' },
        { key: 'days', label: 'Days', type: 'number' },
        { key: 'busiest_owner', label: 'Busiest Owner', type: 'text' },
        { key: 'busiest_owner_times', label: 'Times for the Busiest Owner', type: 'number' },
        { key: 'by_owner', label: 'By Owner', type: 'text' },
      ],
    },
    countsBack: true,
    call: {
      to: 'salesforce',
      allOrNone: false,
      parts: {
        all: read({ from, select: [], aggregates: [fired], where }),
        owners: read({
          from,
          select: [],
          groupBy: [{ by: owner, as: 'owner' }],
          aggregates: [fired],
          where,
          orderBy: [
            { by: fired, direction: 'descending' },
            { by: owner, direction: 'ascending' },
          ],
          limit: OWNERS,
        }),
        ...needs?.parts,
      },
    },
    notes: {
      fired: answer('number', 'all', 'body', 'records', 0, 'fired'),
      owners: answer('list', 'owners', 'body', 'records'),
      busiest: answer('text', 'owners', 'body', 'records', 0),
    },
    ...(needs && { fail: needs.fail }),
    found: exists(note('number', 'fired')),
    item: {
      fired: note('number', 'fired'),
      days: input(DAYS_KEY),
      busiest_owner: shown(property('text', busiest, literal('text', 'owner')), NAME_LENGTH),
      busiest_owner_times: property('number', busiest, literal('text', 'fired')),
      by_owner: fallback(
        rows(
          note('list', 'owners'),
          concat('• ', shown(ownerRow('owner'), NAME_LENGTH), ': ', numberText(ownerRow('fired'))),
          OWNERS,
          '',
        ),
        DASH,
      ),
    },
  };
}
