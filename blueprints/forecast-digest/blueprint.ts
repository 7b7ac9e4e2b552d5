import { sendForecastDigest } from '../../shared/operation/action/send-forecast-digest.ts';
import { FORECAST_DIGEST } from '../../shared/signal/forecast-digest/forecast-digest.ts';
import type { Blueprint } from '../blueprint.ts';

/** Every Monday morning the forecast of the quarter reaches the people who answer for it. */
export const forecastDigestBlueprint: Blueprint = {
  name: 'forecast-digest',
  flows: [
    {
      title: 'Send the forecast of the quarter every Monday',
      trigger: { title: 'Every Monday at 9:00', schedule: { weekday: 'monday', time: '09:00' } },
      actions: [
        {
          operation: sendForecastDigest.operation,
          title: 'Send the forecast to Slack',
          inputs: {
            first_stage: 'Proposal/Price Quote',
            amount_field: 'Amount',
            largest_count: '5',
            time_zone: 'UTC',
            delivery_name: FORECAST_DIGEST,
          },
          choose: ['channel', 'person'],
        },
      ],
    },
  ],
};
