import { KIM } from '../salesforce/sample-org/user.ts';
import { CHANNELS } from '../slack/sample-workspace.ts';
import type { Demo } from './demo.ts';

const ADA = {
  FirstName: 'Ada',
  LastName: 'Okafor',
  Company: 'Hooli',
  Title: 'Head of Procurement',
  LeadSource: 'Web',
  Rating: 'Hot',
  OwnerId: KIM,
};

/** A lead is created in the sample org. */
export const newLead: Demo = {
  signal: 'new-lead',
  chosen: { send_lead_alert: { channel: CHANNELS.wins } },
  record: {
    object: 'Lead',
    fields: ['FirstName', 'LastName', 'Company', 'Title', 'LeadSource', 'Rating', 'OwnerId'],
    sets: ADA,
  },
  phases: [
    {
      says: 'The lead comes in.',
      change: ({ salesforce, clock }, changed) => {
        clock.advance(60_000);
        salesforce.insert('Lead', { ...ADA, ...changed });
        return undefined;
      },
    },
  ],
};
