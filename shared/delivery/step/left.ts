import { and, exists, not, note, or } from '../../language/index.ts';
import { status } from '../ledger.ts';
import { updateRow } from '../ledger-part.ts';
import type { Step } from '../step.ts';

/** What became of a delivery. */
export const outcome = { delivered: 'delivered', left: 'left' } as const;

const left = note('boolean', 'left');

/** Closes a delivery whose record has left the state, so that the same event is not looked at again. */
export const closeLeft: Step = {
  name: 'close a delivery whose record has left the state',
  when: and(left, exists(note('text', 'row.Id'))),
  call: {
    to: 'salesforce',
    allOrNone: false,
    parts: {
      left: {
        ...updateRow(note('text', 'row.Id'), { Status__c: status.done, Outcome__c: outcome.left }),
        accept: 'any',
      },
    },
  },
};

/** Gives back what exists once for the record when this run claimed it and made nothing of it. */
export const giveRecordBack: Step = {
  name: 'give the record back',
  when: and(
    left,
    or(note('boolean', 'recordOurs'), note('boolean', 'tookRecord')),
    not(exists(note('text', 'recordRow.Channel__c'))),
  ),
  call: {
    to: 'salesforce',
    allOrNone: false,
    parts: {
      record: { ...updateRow(note('text', 'recordRow.Id'), { Status__c: status.waiting }), accept: 'any' },
    },
  },
};
