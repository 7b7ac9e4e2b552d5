import type { Row } from '../schema/type.ts';
import { sampleId } from './sample-id.ts';

/** The queue of escalated cases. */
export const TIER_2 = sampleId('00G', 701);
/** The queue of new leads. */
export const INBOUND = sampleId('00G', 702);

export const groups: readonly Row[] = [
  {
    Id: TIER_2,
    Name: 'Tier 2 Support',
    DeveloperName: 'Tier_2_Support',
    Type: 'Queue',
    Email: 'tier2@acme.example',
  },
  { Id: INBOUND, Name: 'Inbound <Leads> & "Partners"', DeveloperName: 'Inbound_Leads', Type: 'Queue' },
];
