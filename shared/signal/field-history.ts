import {
  type ChildQuery,
  type Condition,
  childField,
  choose,
  type Expression,
  fallback,
  field,
  literal,
  stamp,
} from '../language/index.ts';

/** The relationship that keeps the changes of tracked fields, on standard and custom objects alike. */
const HISTORY = 'Histories';
/** Latest changes that are looked through for the one that brought the record into the state. */
const CHANGES = 5;

/** One change of a tracked field. */
export interface FieldChange {
  readonly field: Expression<'text'>;
  readonly was: Expression<'text'>;
  readonly is: Expression<'text'>;
}

/** What the history of tracked fields tells of a state. */
export interface FieldHistory {
  /** The latest changes, newest first, read with the record. */
  readonly changes: ChildQuery;
  /** When the record came into the state last, as far as its history tells; missing where no history is kept. */
  readonly enteredAt: Expression<'instant'>;
  /** The latest change; missing where no history is kept, or when nothing changed. */
  readonly lastChangedAt: Expression<'instant'>;
  /** Tells one entry from the next. Without history it is `new`: such a record enters once. */
  readonly stamp: Expression<'text'>;
}

/** Follows the changes of the fields that `where` names; `enters` says which brought the record into the state. */
export function fieldHistory(where: Condition, enters: (change: FieldChange) => Condition): FieldHistory {
  const at = (position: number) => childField('instant', HISTORY, position, 'CreatedDate');
  const change = (position: number): FieldChange => ({
    field: childField('text', HISTORY, position, 'Field'),
    was: childField('text', HISTORY, position, 'OldValue'),
    is: childField('text', HISTORY, position, 'NewValue'),
  });
  const positions = Array.from({ length: CHANGES }, (_, position) => position);
  const enteredAt: Expression<'instant'> = choose(
    'instant',
    positions.map((position) => [enters(change(position)), at(position)]),
    literal('instant', null),
  );
  return {
    changes: {
      relationship: HISTORY,
      select: ['Field', 'OldValue', 'NewValue', 'CreatedDate'].map((name) => field('text', name)),
      where,
      orderBy: [{ by: field('instant', 'CreatedDate'), direction: 'descending' }],
      limit: CHANGES,
    },
    enteredAt,
    lastChangedAt: at(0),
    stamp: fallback(stamp(enteredAt), 'new'),
  };
}
