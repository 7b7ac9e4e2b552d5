import { exists, field } from '../../shared/language/index.ts';
import { sendCaseAlert } from '../../shared/operation/action/send-case-alert.ts';
import { caseEscalated } from '../../shared/operation/trigger/case-escalated.ts';
import { deliveredRecordChanged } from '../../shared/operation/trigger/delivered-record-changed.ts';
import { CASE_ESCALATION } from '../../shared/signal/case-escalation/case-escalation.ts';
import type { Blueprint, OperationStep } from '../blueprint.ts';

const settings = { escalated: 'true', priorities: [], delivery_name: CASE_ESCALATION } as const;

const filter = {
  title: 'Every case passes; add conditions of your own, such as a priority',
  keep: exists(field('text', 'record_id')),
} as const;

const alert: OperationStep = {
  operation: sendCaseAlert.operation,
  title: 'Alert the people on call in Slack',
  inputs: {
    record_id: { from: 'record_id' },
    event_key: { from: 'event_key' },
    escalated: { from: 'escalated' },
    priorities: { from: 'priorities' },
    delivery_name: { from: 'delivery_name' },
  },
  choose: ['channel'],
};

/** An escalated case reaches the people on call, and the alert follows the case. */
export const caseEscalationBlueprint: Blueprint = {
  name: 'case-escalation',
  flows: [
    {
      title: 'Alert people on call of an escalated case',
      trigger: { operation: caseEscalated.operation, title: 'A case is escalated', inputs: settings },
      filter,
      actions: [alert],
      slackStepOfVariant: {
        title: 'Tell a second channel of the case',
        text: ['A case was escalated: ', { from: 'record_url' }],
      },
    },
    {
      name: 'updates',
      title: 'Keep the alerts of escalated cases up to date',
      trigger: {
        operation: deliveredRecordChanged.operation,
        title: 'A case with an alert changes',
        inputs: settings,
      },
      filter,
      actions: [{ ...alert, title: 'Update the alert in Slack' }],
    },
  ],
};
