import { makeRoom } from '../make-room.ts';
import { DEMO_DEAL } from '../salesforce/sample-org/opportunity.ts';
import { CHANNELS, PEOPLE } from '../slack/sample-workspace.ts';
import type { Demo } from './demo.ts';

/** Somebody sends a message of a deal's room to Salesforce. */
export const logToSalesforce: Demo = {
  signal: 'log-to-salesforce',
  chosen: {},
  phases: [
    {
      says: 'Somebody sends a message of the room of a deal to Salesforce.',
      change: (world) => {
        makeRoom(world, DEMO_DEAL, CHANNELS.general);
        return undefined;
      },
      asks: {
        user: PEOPLE.kim.id,
        channel: CHANNELS.general,
        text: 'They want to start in January.',
        by: { shortcut: 'log_to_salesforce' },
      },
    },
  ],
};
