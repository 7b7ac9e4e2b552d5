import { logToSalesforce } from '../../shared/operation/action/log-to-salesforce.ts';
import { messageShortcut } from '../../shared/operation/request/message-shortcut.ts';
import { LOG_TO_SALESFORCE } from '../../shared/signal/log-to-salesforce/log.ts';
import type { Blueprint } from '../blueprint.ts';

/** Somebody sends a message of Slack to Salesforce. */
export const logToSalesforceBlueprint: Blueprint = {
  name: LOG_TO_SALESFORCE,
  flows: [
    {
      title: 'Log a Slack message to its record',
      trigger: {
        title: 'Somebody sends a message to Salesforce',
        request: messageShortcut.operation,
        message: {
          action: 'pushed_message',
          label: 'New Pushed Message',
          params: {},
          outputs: { text: 'text', message_ts: 'ts', channel: 'channel__id', author_id: 'user__id' },
        },
      },
      actions: [
        {
          operation: logToSalesforce.operation,
          title: 'Write it to the record of the room',
          inputs: {
            text: { from: 'text' },
            message_ts: { from: 'message_ts' },
            channel: { from: 'channel' },
            author_id: { from: 'author_id' },
            user: { from: 'user' },
            log_as: 'task',
            delivery_name: LOG_TO_SALESFORCE,
          },
        },
      ],
    },
  ],
};
