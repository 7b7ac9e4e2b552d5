import type { Row } from '../schema/type.ts';
import { sampleId } from './sample-id.ts';

const WON_AGAIN = sampleId('006', 203);
const SLIPPED = sampleId('006', 205);

const wonAgain = (StageName: string, CreatedDate: string): Row => ({
  OpportunityId: WON_AGAIN,
  StageName,
  Amount: 90_000,
  PrevAmount: 90_000,
  CloseDate: '2026-11-15',
  PrevCloseDate: '2026-11-15',
  CreatedDate,
});

/** The histories that the dates of their opportunities do not imply. */
export const opportunityHistories: readonly Row[] = [
  wonAgain('Prospecting', '2026-08-03T13:00:00.000+0000'),
  wonAgain('Closed Won', '2026-11-10T15:00:00.000+0000'),
  wonAgain('Negotiation/Review', '2026-11-18T15:00:00.000+0000'),
  wonAgain('Closed Won', '2026-11-20T20:00:00.000+0000'),
  {
    OpportunityId: SLIPPED,
    StageName: 'Proposal/Price Quote',
    Amount: 80_000,
    CloseDate: '2026-12-10',
    CreatedDate: '2026-08-03T13:00:00.000+0000',
  },
  {
    OpportunityId: SLIPPED,
    StageName: 'Proposal/Price Quote',
    Amount: 60_000,
    PrevAmount: 80_000,
    CloseDate: '2027-02-10',
    PrevCloseDate: '2026-12-10',
    CreatedDate: '2026-11-17T15:00:00.000+0000',
  },
];
