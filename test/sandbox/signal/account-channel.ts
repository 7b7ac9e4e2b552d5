import { KIM } from '../salesforce/sample-org/user.ts';
import type { Demo } from './demo.ts';

const HOOLI = {
  Name: 'Hooli',
  Type: 'Prospect',
  Industry: 'Technology',
  Phone: '+1 650 555 0100',
  OwnerId: KIM,
};

/** An account is created in the sample org. */
export const accountChannel: Demo = {
  signal: 'account-channel',
  chosen: {},
  record: { object: 'Account', fields: ['Name', 'Type', 'Industry', 'Phone', 'OwnerId'], sets: HOOLI },
  phases: [
    {
      says: 'The account is created.',
      change: ({ salesforce, clock }, changed) => {
        clock.advance(60_000);
        salesforce.insert('Account', { ...HOOLI, ...changed });
        return undefined;
      },
    },
  ],
};
