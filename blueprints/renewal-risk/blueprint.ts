import { exists, field } from '../../shared/language/index.ts';
import { sendRenewalRisk } from '../../shared/operation/action/send-renewal-risk.ts';
import { renewalsAtRisk } from '../../shared/operation/trigger/renewals-at-risk.ts';
import { RENEWAL_RISK } from '../../shared/signal/renewal-risk/renewal-risk.ts';
import type { Blueprint } from '../blueprint.ts';

/** A CSM hears of renewals that are at risk, on weekdays in the morning. */
export const renewalRiskBlueprint: Blueprint = {
  name: RENEWAL_RISK,
  flows: [
    {
      title: 'Warn CSMs of renewals at risk',
      trigger: {
        operation: renewalsAtRisk.operation,
        title: 'Renewals of a CSM are at risk',
        inputs: {
          renewal_field: 'Type',
          renewal_values: ['Renewal'],
          days_ahead: '90',
          silent_days: '30',
          period: 'month',
          delivery_name: RENEWAL_RISK,
          quiet_from: '11:00',
          quiet_to: '09:00',
          quiet_days: ['6', '7'],
          time_zone: 'UTC',
        },
        choose: ['csm_field'],
      },
      filter: {
        title: 'Every CSM passes; add conditions of your own, such as a name',
        keep: exists(field('text', 'csm_id')),
      },
      actions: [
        {
          operation: sendRenewalRisk.operation,
          title: 'Send the CSM one direct message',
          inputs: {
            csm_id: { from: 'csm_id' },
            csm_source: { from: 'csm_source' },
            event_key: { from: 'event_key' },
            delivery_name: { from: 'delivery_name' },
            renewal_checkbox: { from: 'renewal_checkbox' },
            renewal_field: { from: 'renewal_field' },
            renewal_values: { from: 'renewal_values' },
            days_ahead: { from: 'days_ahead' },
            silent_days: { from: 'silent_days' },
            period: { from: 'period' },
            time_zone: { from: 'time_zone' },
          },
          choose: ['channel'],
        },
      ],
    },
  ],
};
