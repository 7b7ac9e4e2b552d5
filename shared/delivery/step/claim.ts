import {
  add,
  and,
  answer,
  type Condition,
  concat,
  type Expression,
  equal,
  exists,
  greaterOrEqual,
  isIn,
  literal,
  not,
  notEqual,
  note,
  or,
  type Template,
} from '../../language/index.ts';
import { rowKey } from '../event-key.ts';
import { LEASE_MINUTES } from '../lease.ts';
import { status } from '../ledger.ts';
import { insertMark, insertRow, readRow, updateRow } from '../ledger-part.ts';
import type { Part, Step } from '../step.ts';

/** What a delivery claims, and what it reads in the same call. */
export interface Claim {
  /** Parts of the call besides the claim's own. */
  readonly reads: Readonly<Record<string, Part>>;
  /** What is noted of their answers. */
  readonly notes: Readonly<Record<string, Template>>;
  /** What exists once per record and is claimed with the event, such as its `room`. */
  readonly perRecord?: string;
  /** Whether what exists once per record is there already, so that nobody has to make it; its row is `recordRow`. */
  readonly hasRecord?: Condition;
  /** Tells whether the record that was read is there; a delivery about no record leaves it out. */
  readonly found?: Condition;
  /** The record has left the state that the delivery is about. */
  readonly left?: Condition;
}

type Row = 'row' | 'recordRow';

const key = note('text', 'key');
const recordKey = note('text', 'recordKey');
const holder = note('text', 'holder');
const hasKey = exists(note('text', 'eventKey'));
const done = note('boolean', 'done');
const stale = note('boolean', 'stale');
const recordStale = note('boolean', 'recordStale');
const never = literal('boolean', false);

/** The run whose delivery is being taken over holds the record too. */
const heldByTheRunBefore = and(
  isFree('row'),
  equal(note('text', 'recordRow.Holder__c'), note('text', 'row.Holder__c')),
);

/**
 * Claims a delivery, and what exists once for its record, and reads the facts, in one API call. A duplicate key is no
 * error: the row that holds it is read in the same call and judged by Salesforce's clock. Notes `row`, `recordRow`,
 * `done`, `resumed`, `left` and `go`: whether there is something to do.
 */
export function claim(wanted: Claim): readonly Step[] {
  return [
    {
      name: 'name the keys',
      notes: {
        key: rowKey(note('text', 'eventKey')),
        ...(wanted.perRecord && {
          recordKey: rowKey(
            concat(note('text', 'testPrefix'), `${wanted.perRecord}-`, note('text', 'recordId')),
          ),
        }),
      },
    },
    claimRows(wanted),
    judge(wanted),
    makeWay(wanted),
    takeOver('take over the delivery', and(not(done), stale), key, 'row', 'tookRow'),
    ...(wanted.perRecord
      ? [takeOver('take over the record', and(not(done), recordStale), recordKey, 'recordRow', 'tookRecord')]
      : []),
    {
      name: 'start',
      after: [
        'make way for another run',
        'take over the delivery',
        ...(wanted.perRecord ? ['take over the record'] : []),
      ],
      notes: {
        resumed: and(not(done), wanted.perRecord ? or(stale, recordStale) : stale),
        left: or(not(hasKey), and(not(done), wanted.left ?? never)),
      },
    },
    { name: 'go', notes: { go: not(or(done, note('boolean', 'left'))) } },
  ];
}

function claimRows({ perRecord, reads, notes }: Claim): Step {
  return {
    name: 'claim',
    when: hasKey,
    call: {
      to: 'salesforce',
      allOrNone: false,
      parts: {
        claim: insertRow(key, holder),
        ...(perRecord && { recordClaim: insertRow(recordKey, holder) }),
        row: readRow(key),
        ...(perRecord && { recordRow: readRow(recordKey) }),
        ...reads,
      },
    },
    notes: {
      row: answer('text', 'row', 'body', 'records', 0),
      ...(perRecord && { recordRow: answer('text', 'recordRow', 'body', 'records', 0) }),
      ...notes,
    },
  };
}

function judge({ perRecord, hasRecord = never }: Claim): Step {
  const isOurs = (row: Row) => equal(note('text', `${row}.Holder__c`), holder);
  const isTheirs = (row: Row) => notEqual(note('text', `${row}.Holder__c`), holder);
  return {
    name: 'judge the claim',
    notes: {
      done: equal(note('text', 'row.Status__c'), status.done),
      ours: isOurs('row'),
      stale: and(isTheirs('row'), isFree('row')),
      ...(perRecord && {
        recordOurs: isOurs('recordRow'),
        recordStale: and(isTheirs('recordRow'), not(hasRecord), or(isFree('recordRow'), heldByTheRunBefore)),
      }),
    },
  };
}

function makeWay({ perRecord, hasRecord = never, found }: Claim): Step {
  const canHaveRecord = or(done, hasRecord, note('boolean', 'recordOurs'), recordStale);
  return {
    name: 'make way for another run',
    when: hasKey,
    fail: [
      { when: not(or(done, note('boolean', 'ours'), stale)), as: 'busy' },
      ...(perRecord ? [{ when: not(canHaveRecord), as: 'busy' } as const] : []),
      ...(found ? [{ when: and(not(done), not(found)), as: 'not-found' } as const] : []),
    ],
  };
}

/** The row may be taken over: its run gave it back, or has shown no sign of life for the length of the lease. */
function isFree(row: Row): Condition {
  return and(
    notEqual(note('text', `${row}.Status__c`), status.done),
    or(
      isIn(note('text', `${row}.Status__c`), [status.waiting, status.unsure]),
      greaterOrEqual(note('number', `${row}.Idle_Minutes__c`), LEASE_MINUTES),
    ),
  );
}

/**
 * Takes a row over: a mark with a unique key decides between two runs, and the row changes hands in the same
 * all-or-none call, so that a crash between the two cannot lock it for ever.
 */
export function takeOver(
  name: string,
  when: Condition,
  rowsKey: Expression<'text'>,
  row: Row,
  taken: 'tookRow' | 'tookRecord',
): Step {
  const attempt = add(note('number', `${row}.Attempt__c`), 1);
  return {
    name,
    when,
    after: ['make way for another run'],
    call: {
      to: 'salesforce',
      allOrNone: true,
      once: true,
      parts: {
        mark: { ...insertMark(concat(rowsKey, '~', attempt)), accept: ['DUPLICATE_VALUE'] },
        row: {
          ...updateRow(note('text', `${row}.Id`), {
            Attempt__c: attempt,
            Holder__c: holder,
            Status__c: status.claimed,
          }),
          accept: ['PROCESSING_HALTED'],
        },
      },
    },
    notes: { [taken]: equal(answer('number', 'mark', 'status'), 201) },
    fail: [{ when: notEqual(answer('number', 'mark', 'status'), 201), as: 'busy' }],
  };
}
