import { and, answer, choose, equal, fallback, literal, not, note } from '../../language/index.ts';
import { status } from '../ledger.ts';
import { updateRow } from '../ledger-part.ts';
import type { Part, Step } from '../step.ts';
import { insertTold, type Telling } from '../told.ts';
import { standing, threadOfBurst } from './burst.ts';
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

/** Names of the steps that close a delivery; a run makes the call of one of them. */
export const CLOSE = 'close the delivery';
export const CLOSE_TOLD = 'note what was told and close the delivery';

/** The row of the delivery itself. */
function deliveredRow(gathers: true | undefined): Part {
  return {
    ...updateRow(note('text', 'row.Id'), {
      Status__c: status.done,
      Outcome__c: outcome.delivered,
      Channel__c: fallback(channel, row('Channel__c')),
      Message__c: fallback(messageTs, note('text', 'lineTs')),
      ...(gathers && { State__c: standing }),
    }),
    accept: 'any',
  };
}

/**
 * Marks the delivery as done, with the message's ts, and for a living message what it now shows, in one call that does
 * both or neither. What a message told of is noted in the same call, in a test not at all. A failure is noted: the
 * message is out.
 */
export function closeMessage(living: Living | undefined, tells?: Telling, gathers?: true): readonly Step[] {
  const delivered = deliveredRow(gathers);
  const go = note('boolean', 'go');
  const test = note('boolean', 'test');
  const after = ['know the message', ...(living ? ['know the line', 'update the message'] : [])];
  const plain: Step = {
    name: CLOSE,
    after,
    when: tells ? and(go, test) : go,
    call: {
      to: 'salesforce',
      allOrNone: true,
      mayFail: true,
      parts: {
        row: delivered,
        ...(living && { record: { ...updateRow(row('Id'), recordNow(living)), accept: 'any' as const } }),
      },
    },
    notes: { closeError: refused },
  };
  if (!tells) return [plain];
  const telling: Step = {
    name: CLOSE_TOLD,
    after,
    when: and(go, not(test)),
    call: {
      to: 'salesforce',
      allOrNone: false,
      mayFail: true,
      parts: { told: insertTold(tells), row: delivered },
    },
    notes: { closeError: fallback(refused, untold) },
  };
  return [telling, plain];
}

/** Why the delivery was not closed. */
const refused = fallback(answer('text', 'row', 'body', 0, 'errorCode'), answer('text', 'problem'));

/** Why the first of what was told was not noted; that another run noted it is no reason. */
const untold = choose(
  'text',
  [
    [
      not(equal(answer('text', 'told', 'body', 0, 'errors', 0, 'statusCode'), 'DUPLICATE_VALUE')),
      fallback(
        answer('text', 'told', 'body', 0, 'errors', 0, 'statusCode'),
        answer('text', 'told', 'body', 0, 'errorCode'),
      ),
    ],
  ],
  literal('text', null),
);

function recordNow({ state, ends }: Living) {
  return {
    Channel__c: fallback(note('text', 'messageChannel'), row('Channel__c'), note('text', 'to')),
    Message__c: fallback(messageTs, row('Message__c')),
    Announcement__c: fallback(threadOfBurst, messageTs, row('Announcement__c')),
    State__c: state,
    Status__c: choose('text', [[ends, status.waiting]], status.done),
    Outcome__c: choose('text', [[ends, CLOSED]], 'open'),
  };
}
