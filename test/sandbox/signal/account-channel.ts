import { KIM } from '../salesforce/sample-org/user.ts';
import type { Demo } from './demo.ts';

/** An account is created in the sample org. */
export const accountChannel: Demo = {
  signal: 'account-channel',
  chosen: {},
  phases: [
    {
      change: ({ salesforce, clock }) => {
        clock.advance(60_000);
        salesforce.insert('Account', {
          Name: 'Hooli',
          Type: 'Prospect',
          Industry: 'Technology',
          Phone: '+1 650 555 0100',
          OwnerId: KIM,
        });
        return undefined;
      },
    },
  ],
};
