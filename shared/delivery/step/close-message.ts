import { answer, choose, fallback, note } from '../../language/index.ts';
import { status } from '../ledger.ts';
import { updateRow } from '../ledger-part.ts';
import type { Step } from '../step.ts';
import { outcome } from './left.ts';
import { CLOSED, type Living } from './living.ts';

const row = (field: string) => note('text', `recordRow.${field}`);
const messageTs = note('text', 'messageTs');

/** Where the message is: the channel that Slack answered, which for a person is that of the direct messages. */
const channel = fallback(
  note('text', 'messageChannel'),
  note('text', 'directMessages'),
  note('text', 'row.Channel__c'),
  note('text', 'to'),
);

/**
 * Marks the delivery as done, with the message's ts, and for a living message what it now shows, in one call that does
 * both or neither. A failure is noted: the message is out.
 */
export function closeMessage(living: Living | undefined): readonly Step[] {
  return [
    {
      name: 'close the delivery',
      after: ['know the message', ...(living ? ['know the line', 'update the message'] : [])],
      when: note('boolean', 'go'),
      call: {
        to: 'salesforce',
        allOrNone: true,
        mayFail: true,
        parts: {
          row: {
            ...updateRow(note('text', 'row.Id'), {
              Status__c: status.done,
              Outcome__c: outcome.delivered,
              Channel__c: fallback(channel, row('Channel__c')),
              Message__c: fallback(messageTs, note('text', 'lineTs')),
            }),
            accept: 'any',
          },
          ...(living && { record: { ...updateRow(row('Id'), recordNow(living)), accept: 'any' as const } }),
        },
      },
      notes: {
        closeError: fallback(answer('text', 'row', 'body', 0, 'errorCode'), answer('text', 'problem')),
      },
    },
  ];
}

function recordNow({ state, ends }: Living) {
  return {
    Channel__c: fallback(note('text', 'messageChannel'), row('Channel__c'), note('text', 'to')),
    Message__c: fallback(messageTs, row('Message__c')),
    State__c: state,
    Status__c: choose('text', [[ends, status.waiting]], status.done),
    Outcome__c: choose('text', [[ends, CLOSED]], 'open'),
  };
}
