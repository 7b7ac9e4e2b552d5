import { sampleId } from '../salesforce/sample-org/sample-id.ts';
import { CHANNELS } from '../slack/sample-workspace.ts';
import type { Demo } from './demo.ts';
import { writeRecord } from './write-record.ts';

/** Big negotiation, the largest open deal of the quarter. */
const BIG_DEAL = sampleId('006', 204);

const TIME_ZONE = 'America/New_York';

/** Two Mondays: between them a large deal is won, one is lost, and another moves out of the quarter. */
export const forecastDigest: Demo = {
  signal: 'forecast-digest',
  chosen: { send_forecast_digest: { channel: CHANNELS.forecast, time_zone: TIME_ZONE } },
  schedule: { weekday: 1, time: '09:00', timeZone: TIME_ZONE },
  record: {
    object: 'Opportunity',
    id: BIG_DEAL,
    fields: ['Name', 'StageName', 'Amount', 'CloseDate'],
    sets: {},
  },
  phases: [
    {
      says: 'The first Monday comes.',
      change: (world, changed = {}) => {
        writeRecord(world, 'Opportunity', BIG_DEAL, changed);
        return undefined;
      },
    },
    {
      says: 'In the week after, a large deal is won, one is lost, one moves out of the quarter.',
      change: ({ salesforce, clock }) => {
        clock.advance(24 * 60 * 60_000);
        salesforce.update('Opportunity', BIG_DEAL, { StageName: 'Closed Won' });
        salesforce.update('Opportunity', sampleId('006', 216), { StageName: 'Closed Lost' });
        salesforce.update('Opportunity', sampleId('006', 208), { CloseDate: '2027-03-30' });
        return undefined;
      },
    },
  ],
};
