import { DEMO_DEAL } from '../salesforce/sample-org/opportunity.ts';
import type { Demo } from './demo.ts';

/** A deal of the sample org is won. */
export const dealRoom: Demo = {
  signal: 'deal-room',
  chosen: {},
  phases: [
    {
      change: ({ salesforce }) => {
        salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won' });
        return undefined;
      },
    },
  ],
};
