import {
  afterFirst,
  and,
  beforeFirst,
  type Condition,
  collect,
  concat,
  type Expression,
  equal,
  exists,
  fingerprint,
  join,
  not,
  note,
  truncate,
  word,
} from '../../language/index.ts';
import { facts } from './fact.ts';
import { caseField } from './filter.ts';

const SEPARATOR = '|';
const PRIORITY_LENGTH = 60;

const priority = truncate(caseField('Priority'), PRIORITY_LENGTH);

/**
 * What the alert shows of the case, to compare with later: owner, escalated, closed, priority, and a fingerprint of the
 * texts.
 */
export const state: Expression<'text'> = concat(
  caseField('OwnerId'),
  SEPARATOR,
  caseField('IsEscalated'),
  SEPARATOR,
  caseField('IsClosed'),
  SEPARATOR,
  fingerprint(concat(caseField('Subject'), '\n', caseField('Account.Name'))),
  SEPARATOR,
  priority,
);

const before = note('text', 'recordRow.State__c');
const afterOwner = afterFirst(before, SEPARATOR);
const afterEscalated = afterFirst(afterOwner, SEPARATOR);
const was = {
  owner: beforeFirst(before, SEPARATOR),
  escalated: beforeFirst(afterOwner, SEPARATOR),
  closed: beforeFirst(afterEscalated, SEPARATOR),
  priority: afterFirst(afterFirst(afterEscalated, SEPARATOR), SEPARATOR),
};

/** What changed since the state that the record's row notes, one line each; missing when nothing did. */
export const changedLines: Expression<'text'> = join(
  collect([
    { when: turned(was.escalated, caseField('IsEscalated')), value: word('escalated') },
    { when: turnedOff(was.escalated, caseField('IsEscalated')), value: word('deEscalated') },
    { when: turned(was.closed, caseField('IsClosed')), value: word('closed') },
    { when: turnedOff(was.closed, caseField('IsClosed')), value: word('reopened') },
    {
      when: and(exists(was.owner), not(equal(was.owner, caseField('OwnerId')))),
      value: concat(word('reassignedTo'), facts.owner),
    },
    {
      when: and(exists(was.owner), not(equal(was.priority, priority)), exists(priority)),
      value: concat(word('priorityIsNow'), facts.priority),
    },
  ]),
  '\n',
);

function turned(before: Expression<'text'>, now: Condition): Condition {
  return and(equal(before, 'false'), now);
}

function turnedOff(before: Expression<'text'>, now: Condition): Condition {
  return and(equal(before, 'true'), not(now));
}
