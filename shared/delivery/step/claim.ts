import {
  add,
  and,
  answer,
  type Condition,
  concat,
  type Expression,
  equal,
  exists,
  greater,
  greaterOrEqual,
  isIn,
  length,
  not,
  notEqual,
  note,
  or,
  type Template,
} from '../../language/index.ts';
import { rowKey } from '../event-key.ts';
import { input } from '../input.ts';
import { LEASE_MINUTES } from '../lease.ts';
import { status } from '../ledger.ts';
import { insertMark, insertRow, readRow, updateRow } from '../ledger-part.ts';
import type { Part, Step } from '../step.ts';

const key = note('text', 'key');
const holder = note('text', 'holder');
const hasKey = exists(note('text', 'eventKey'));
const done = note('boolean', 'done');
const ours = note('boolean', 'ours');
const stale = note('boolean', 'stale');
const roomOurs = note('boolean', 'roomOurs');
const roomStale = note('boolean', 'roomStale');
/** The run whose delivery is being taken over holds the room too. */
const heldByTheRunBefore = and(
  isFree('row'),
  equal(note('text', 'roomRow.Holder__c'), note('text', 'row.Holder__c')),
);
const hasRoom = exists(note('text', 'roomRow.Channel__c'));

/**
 * Claims a delivery and its record's room, and reads the facts, in one API call. A duplicate key is no error:
 * the row that holds it is read in the same call and judged by Salesforce's clock.
 */
export function claim(
  facts: Readonly<Record<string, Part>>,
  notes: Readonly<Record<string, Template>>,
): readonly Step[] {
  return [
    {
      name: 'name the keys',
      notes: {
        key: rowKey(note('text', 'eventKey')),
        roomKey: rowKey(concat(note('text', 'roomPrefix'), input('record_id'))),
      },
    },
    {
      name: 'claim',
      when: hasKey,
      call: {
        to: 'salesforce',
        allOrNone: false,
        parts: {
          claim: insertRow(key, holder),
          roomClaim: insertRow(note('text', 'roomKey'), holder),
          row: readRow(key),
          roomRow: readRow(note('text', 'roomKey')),
          ...facts,
        },
      },
      notes: {
        row: answer('text', 'row', 'body', 'records', 0),
        roomRow: answer('text', 'roomRow', 'body', 'records', 0),
        ...notes,
      },
    },
    {
      name: 'judge the claim',
      notes: {
        done: equal(note('text', 'row.Status__c'), status.done),
        ours: equal(note('text', 'row.Holder__c'), holder),
        stale: and(notEqual(note('text', 'row.Holder__c'), holder), isFree('row')),
        roomOurs: equal(note('text', 'roomRow.Holder__c'), holder),
        roomStale: and(
          notEqual(note('text', 'roomRow.Holder__c'), holder),
          not(hasRoom),
          or(isFree('roomRow'), heldByTheRunBefore),
        ),
      },
    },
    {
      name: 'make way for another run',
      when: hasKey,
      fail: [
        { when: not(or(done, ours, stale)), as: 'busy' },
        { when: not(or(done, hasRoom, roomOurs, roomStale)), as: 'busy' },
        { when: and(not(done), not(exists(note('text', 'record')))), as: 'not-found' },
      ],
    },
    takeOver('take over the delivery', and(not(done), stale), key, 'row', 'tookRow'),
    takeOver('take over the room', and(not(done), roomStale), note('text', 'roomKey'), 'roomRow', 'tookRoom'),
    {
      name: 'start',
      after: ['make way for another run', 'take over the delivery', 'take over the room'],
      notes: {
        resumed: and(not(done), or(stale, roomStale)),
        left: or(
          not(hasKey),
          and(
            not(done),
            greater(length(input('stages')), 0),
            not(isIn(note('text', 'record.StageName'), input('stages'))),
          ),
        ),
      },
    },
    { name: 'go', notes: { go: not(or(done, note('boolean', 'left'))) } },
  ];
}

/** The row may be taken over: its run gave it back, or has shown no sign of life for the length of the lease. */
function isFree(row: 'row' | 'roomRow'): Condition {
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
function takeOver(
  name: string,
  when: Condition,
  rowsKey: Expression<'text'>,
  row: 'row' | 'roomRow',
  taken: 'tookRow' | 'tookRoom',
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
