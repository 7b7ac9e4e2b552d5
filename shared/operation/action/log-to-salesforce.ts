import { keyPart } from '../../delivery/event-key.ts';
import { logDelivery, loggedRecord } from '../../delivery/log-delivery.ts';
import { concat, equal, exists, fieldsOf, note } from '../../language/index.ts';
import { input } from '../../signal/log-to-salesforce/input.ts';
import { confirmation, LOG_TO_SALESFORCE, logOf } from '../../signal/log-to-salesforce/log.ts';
import { TaskStatus } from '../../signal/object/task-status.ts';
import type { Action } from '../action.ts';
import { language } from '../input/card.ts';
import { deliveryName } from '../input/delivery.ts';
import { loggedMessageInputs, logInputs } from '../input/log.ts';

const taskStatus = fieldsOf(TaskStatus);

/** Writes a message of Slack to a record. */
export const logToSalesforce: Action = {
  operation: {
    key: 'log_to_salesforce',
    group: 'Salesforce Log',
    noun: 'Log Entry',
    label: 'Log to Salesforce',
    description:
      'Writes a Slack message to a record of Salesforce, as a task or a Chatter post, with its author and its address. Once per message, however often it is called.',
    inputs: [...loggedMessageInputs, ...logInputs, deliveryName(LOG_TO_SALESFORCE), language],
    outputs: [
      { key: 'outcome', label: 'Outcome', type: 'text' },
      { key: 'already_delivered', label: 'Already Delivered', type: 'boolean' },
      { key: 'event_key', label: 'Event Key', type: 'text' },
      { key: 'record_id', label: 'Record ID', type: 'text' },
      { key: 'written_id', label: 'Written ID', type: 'text' },
      { key: 'channel_id', label: 'Channel ID', type: 'text' },
      { key: 'warnings', label: 'Warnings', type: 'list' },
    ],
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${LOG_TO_SALESFORCE}-C00GENERAL-1795212000-000001`,
      record_id: '006xx0000000201AAA',
      written_id: '00TDw0000001001MAA',
      channel_id: 'C00GENERAL',
      warnings: [],
    },
  },
  object: '',
  delivery: logDelivery({
    name: LOG_TO_SALESFORCE,
    key: keyPart(concat(input('delivery_name'), '-', input('channel'), '-', input('message_ts'))),
    doneStatus: {
      from: TaskStatus.name,
      select: [taskStatus('ApiName')],
      where: equal(taskStatus('IsClosed'), true),
      orderBy: [{ by: taskStatus('SortOrder'), direction: 'ascending' }],
      limit: 1,
    },
    ...logOf({ mark: note('text', 'mark'), record: loggedRecord, doneStatus: note('text', 'doneStatus') }),
    confirmation: confirmation(concat(note('text', 'instanceUrl'), '/', loggedRecord), exists(loggedRecord)),
  }),
  lockBy: 'message_ts',
};
