import type { Row } from '../schema/type.ts';
import { LOGIN_LOOP, PROD_DOWN } from './case.ts';
import { sampleId } from './sample-id.ts';

const FIRST_RESPONSE = sampleId('557', 1);
const RESOLUTION = sampleId('557', 2);

export const milestoneTypes: readonly Row[] = [
  { Id: FIRST_RESPONSE, Name: 'First Response' },
  { Id: RESOLUTION, Name: 'Resolution' },
];

const milestone = (
  number: number,
  CaseId: string,
  MilestoneTypeId: string,
  TargetDate: string,
  more: Row = {},
): Row => ({
  Id: sampleId('555', number),
  CaseId,
  MilestoneTypeId,
  StartDate: '2026-11-20T14:00:00.000+0000',
  TargetDate,
  CreatedDate: '2026-11-20T14:00:00.000+0000',
  ...more,
});

export const caseMilestones: readonly Row[] = [
  milestone(801, PROD_DOWN, FIRST_RESPONSE, '2026-11-20T22:20:00.000+0000'),
  milestone(802, sampleId('500', 403), RESOLUTION, '2026-11-20T21:00:00.000+0000'),
  milestone(803, PROD_DOWN, RESOLUTION, '2026-11-20T23:30:00.000+0000'),
  milestone(804, LOGIN_LOOP, FIRST_RESPONSE, '2026-11-20T15:00:00.000+0000', {
    CompletionDate: '2026-11-20T14:40:00.000+0000',
  }),
  milestone(805, LOGIN_LOOP, RESOLUTION, '2026-11-21T02:00:00.000+0000'),
];
