import {
  choose,
  contains,
  exists,
  literal,
  not,
  note,
  or,
  parametersOf,
  type Template,
} from '../language/index.ts';
import { LIMIT_CODE } from '../salesforce/problem.ts';
import { rowKey } from './event-key.ts';
import { findOnCall } from './step/on-call.ts';
import { postOnce } from './step/post.ts';
import type { Delivery } from './step.ts';
import { warnings } from './warning.ts';

const input = parametersOf({ record_id: 'text', event_key: 'text', channel: 'text', reason: 'text' });
const go = note('boolean', 'go');
const seen = exists(note('text', 'messageSeen'));

/**
 * The delivery of an alert when Salesforce answers no calls: nothing is claimed and nothing noted. The channel's latest messages are
 * looked through for the event's key, which is that of a delivery with the ledger, so that each finds the message of the other;
 * two runs at the same moment may both post. It does nothing when a reason is given that is not Salesforce's limit.
 */
export function deliveryWithoutSalesforce(
  name: string,
  message: Readonly<Record<string, Template>>,
): Delivery {
  return {
    name,
    steps: [
      {
        name: 'name the event',
        notes: {
          key: rowKey(input('event_key')),
          resumed: literal('boolean', true),
          go: or(not(exists(input('reason'))), contains(input('reason'), LIMIT_CODE)),
        },
      },
      ...findOnCall,
      ...postOnce({
        name: 'message',
        when: go,
        channel: input('channel'),
        noted: literal('text', null),
        fresh: literal('boolean', false),
        message,
      }),
    ],
    alternatives: [],
    release: [],
    result: {
      outcome: choose(
        'text',
        [
          [not(go), 'skipped'],
          [seen, 'already_delivered'],
        ],
        'delivered',
      ),
      already_delivered: seen,
      event_key: input('event_key'),
      record_id: input('record_id'),
      channel_id: choose('text', [[go, input('channel')]], literal('text', null)),
      message_ts: note('text', 'messageTs'),
      warnings: warnings({ slack: {}, salesforce: {} }),
    },
  };
}
