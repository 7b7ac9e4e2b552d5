import type { Row } from '../schema/type.ts';
import { PROD_DOWN } from './case.ts';
import { DEMO_DEAL } from './opportunity.ts';
import { sampleId } from './sample-id.ts';
import { ANA, BO, KIM } from './user.ts';

const POST = sampleId('0D5', 1201);

export const feedItems: readonly Row[] = [
  {
    Id: POST,
    ParentId: DEMO_DEAL,
    Body: 'Legal is fine with the <MSA> & the "DPA". @Kim',
    CommentCount: 1,
    CreatedById: ANA,
    CreatedDate: '2026-11-20T20:15:00.000+0000',
  },
  {
    Id: sampleId('0D5', 1202),
    ParentId: PROD_DOWN,
    Body: 'Failover started',
    CreatedById: BO,
    CreatedDate: '2026-11-20T21:45:00.000+0000',
  },
];

export const feedComments: readonly Row[] = [
  {
    Id: sampleId('0D7', 1301),
    FeedItemId: POST,
    CommentBody: 'Great — sending it today <!channel>',
    CreatedById: KIM,
    CreatedDate: '2026-11-20T20:30:00.000+0000',
  },
];
