import type { Row } from '../schema/type.ts';
import { DEMO_DEAL } from './opportunity.ts';
import { sampleId } from './sample-id.ts';
import { ANA, KIM, LEA, OLD_REP, PRIYA, SAM } from './user.ts';

const member = (
  OpportunityId: string,
  UserId: string,
  TeamMemberRole: string | null,
  access: string,
): Row => ({
  OpportunityId,
  UserId,
  TeamMemberRole,
  OpportunityAccessLevel: access,
  CreatedDate: '2026-08-04T13:00:00.000+0000',
});

export const opportunityTeamMembers: readonly Row[] = [
  member(DEMO_DEAL, SAM, 'Pre-Sales Consultant', 'Edit'),
  member(DEMO_DEAL, ANA, 'Customer Success Manager', 'Read'),
  member(DEMO_DEAL, PRIYA, 'Executive Sponsor', 'Read'),
  member(sampleId('006', 201), SAM, 'Pre-Sales Consultant', 'Edit'),
  member(sampleId('006', 201), OLD_REP, null, 'Read'),
  member(sampleId('006', 211), KIM, 'Sales Rep', 'Edit'),
  member(sampleId('006', 211), LEA, 'Account Manager', 'All'),
];
