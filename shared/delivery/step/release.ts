import {
  and,
  type Condition,
  choose,
  equal,
  exists,
  fallback,
  not,
  note,
  or,
  type Template,
} from '../../language/index.ts';
import { status } from '../ledger.ts';
import { updateRow } from '../ledger-part.ts';
import type { Step } from '../step.ts';

/**
 * Gives the delivery and its room back after a failure, so that the next run need not wait for the lease, and notes
 * the message that is out already, so that it need not be looked for.
 * A row that another run holds is left alone.
 */
export const release: readonly Step[] = [
  giveBack(
    'release the delivery',
    or(equal(note('text', 'row.Holder__c'), note('text', 'holder')), note('boolean', 'tookRow')),
    'row',
    {
      Message__c: fallback(note('text', 'briefingTs'), note('text', 'messageTs'), note('text', 'lineTs')),
      Channel__c: note('text', 'messageChannel'),
    },
  ),
  giveBack(
    'release the room',
    and(
      or(equal(note('text', 'recordRow.Holder__c'), note('text', 'holder')), note('boolean', 'tookRecord')),
      not(exists(note('text', 'recordRow.Channel__c'))),
      not(note('boolean', 'recordNoted')),
    ),
    'recordRow',
    {},
  ),
];

function giveBack(
  name: string,
  when: Condition,
  row: 'row' | 'recordRow',
  known: Readonly<Record<string, Template>>,
): Step {
  return {
    name,
    when: and(when, not(equal(note('text', `${row}.Status__c`), status.done))),
    call: {
      to: 'salesforce',
      allOrNone: false,
      parts: {
        row: {
          ...updateRow(note('text', `${row}.Id`), {
            ...known,
            Status__c: choose('text', [[note('boolean', 'unsure'), status.unsure]], status.waiting),
          }),
          accept: 'any',
        },
      },
    },
  };
}
