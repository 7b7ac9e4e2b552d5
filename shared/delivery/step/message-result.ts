import {
  and,
  choose,
  equal,
  fallback,
  literal,
  not,
  note,
  or,
  parametersOf,
  type Template,
} from '../../language/index.ts';
import { warnings } from '../warning.ts';
import { outcome } from './left.ts';
import { isAlive, type Living } from './living.ts';

const input = parametersOf({ record_id: 'text' });
const done = note('boolean', 'done');
const left = or(note('boolean', 'left'), and(done, equal(note('text', 'row.Outcome__c'), outcome.left)));

/** What the delivery of a message returns on every platform. */
export function messageResult(
  living: Living | undefined,
  readLabels: Readonly<Record<string, string>>,
): Readonly<Record<string, Template>> {
  return {
    outcome: choose(
      'text',
      [
        [left, outcome.left],
        [done, 'already_delivered'],
        ...(living ? ([[and(isAlive, not(note('boolean', 'messageGone'))), 'updated']] as const) : []),
      ],
      outcome.delivered,
    ),
    already_delivered: done,
    event_key: note('text', 'eventKey'),
    record_id: input('record_id'),
    channel_id: choose(
      'text',
      [
        [
          not(left),
          fallback(
            note('text', 'messageChannel'),
            note('text', 'recordRow.Channel__c'),
            note('text', 'row.Channel__c'),
          ),
        ],
      ],
      literal('text', null),
    ),
    message_ts: fallback(
      note('text', 'messageTs'),
      note('text', 'recordRow.Message__c'),
      note('text', 'row.Message__c'),
    ),
    warnings: warnings({
      slack: living ? { update: 'Update of the message' } : {},
      salesforce: { ...readLabels, close: 'Ledger' },
    }),
  };
}
