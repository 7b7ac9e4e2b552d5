import type { Row } from '../schema/type.ts';
import { JO } from './contact.ts';
import { DEMO_DEAL } from './opportunity.ts';
import { sampleId } from './sample-id.ts';
import { KIM } from './user.ts';

const status = (ApiName: string, SortOrder: number, IsClosed: boolean, IsDefault: boolean): Row => ({
  ApiName,
  MasterLabel: ApiName,
  SortOrder,
  IsClosed,
  IsDefault,
});

export const taskStatuses: readonly Row[] = [
  status('Not Started', 1, false, true),
  status('In Progress', 2, false, false),
  status('Completed', 3, true, false),
];

export const tasks: readonly Row[] = [
  {
    Id: sampleId('00T', 1101),
    Subject: 'Call: "terms" & <conditions>',
    WhatId: DEMO_DEAL,
    WhoId: JO,
    OwnerId: KIM,
    Status: 'Completed',
    ActivityDate: '2025-09-25',
    CreatedDate: '2025-09-24T15:00:00.000+0000',
  },
  {
    Id: sampleId('00T', 1102),
    Subject: 'Send order form',
    WhatId: DEMO_DEAL,
    OwnerId: KIM,
    ActivityDate: '2026-11-24',
    CreatedDate: '2026-11-18T15:00:00.000+0000',
  },
];
