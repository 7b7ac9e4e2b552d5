import type { Row } from '../schema/type.ts';
import { ACME, TOKYO } from './account.ts';
import { ANA, KIM, LEA, OLD_REP, PRIYA } from './user.ts';

const member = (AccountId: string, UserId: string, TeamMemberRole: string | null, access: string): Row => ({
  AccountId,
  UserId,
  TeamMemberRole,
  AccountAccessLevel: access,
  CreatedDate: '2026-03-02T13:00:00.000+0000',
});

export const accountTeamMembers: readonly Row[] = [
  member(ACME, KIM, 'Account Manager', 'Edit'),
  member(ACME, ANA, 'Customer Success Manager', 'Read'),
  member(ACME, OLD_REP, null, 'Read'),
  member(TOKYO, LEA, 'Account Manager', 'Edit'),
  member(TOKYO, PRIYA, 'Executive Sponsor', 'Read'),
];
