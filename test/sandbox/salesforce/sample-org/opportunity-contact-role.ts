import type { Row } from '../schema/type.ts';
import { HANK, JO, PAT, RAJ, YUKI } from './contact.ts';
import { DEMO_DEAL } from './opportunity.ts';
import { sampleId } from './sample-id.ts';

const role = (OpportunityId: string, ContactId: string, Role: string | null, IsPrimary: boolean): Row => ({
  OpportunityId,
  ContactId,
  Role,
  IsPrimary,
  CreatedDate: '2026-08-04T13:00:00.000+0000',
});

export const opportunityContactRoles: readonly Row[] = [
  role(DEMO_DEAL, JO, 'Economic Buyer', true),
  role(DEMO_DEAL, RAJ, 'Technical Buyer', false),
  role(sampleId('006', 201), PAT, 'Economic Buyer', true),
  role(sampleId('006', 204), HANK, null, false),
  role(sampleId('006', 204), YUKI, 'Decision Maker', true),
];
