import type { Row } from '../schema/type.ts';
import { ACME, CHANNEL_HOLDINGS, ONEIL, TOKYO } from './account.ts';
import { JO, PAT, YUKI } from './contact.ts';
import { TIER_2 } from './group.ts';
import { sampleId } from './sample-id.ts';
import { ANA, BO, SAM } from './user.ts';

/** High, escalated, in the queue. */
export const PROD_DOWN = sampleId('500', 401);
/** Ready to be escalated. */
export const LOGIN_LOOP = sampleId('500', 404);

export const cases: readonly Row[] = [
  {
    Id: PROD_DOWN,
    CaseNumber: '00001001',
    Subject: 'Prod down',
    Priority: 'High',
    Status: 'Escalated',
    IsEscalated: true,
    OwnerId: TIER_2,
    AccountId: ONEIL,
    ContactId: PAT,
    Origin: 'Phone',
    SlaStartDate: '2026-11-20T21:30:00.000+0000',
    SlaExitDate: '2026-11-20T23:30:00.000+0000',
    CreatedDate: '2026-11-20T21:30:00.000+0000',
  },
  {
    Id: sampleId('500', 402),
    CaseNumber: '00001002',
    Subject: 'How do I…',
    Priority: 'Low',
    Status: 'New',
    OwnerId: SAM,
    Origin: 'Web',
    CreatedDate: '2026-11-19T09:00:00.000+0000',
  },
  {
    Id: sampleId('500', 403),
    CaseNumber: '00001003',
    Subject: 'Custom priority value',
    Priority: 'Critical',
    Status: 'Working',
    OwnerId: ANA,
    CreatedDate: '2026-11-20T18:00:00.000+0000',
  },
  {
    Id: LOGIN_LOOP,
    CaseNumber: '00001004',
    Subject: 'Login <loop> & "redirect" for <!here>',
    Description: 'Every user is sent back to the login page.\nSince 09:00.',
    Priority: 'Medium',
    Status: 'Working',
    OwnerId: BO,
    AccountId: ACME,
    ContactId: JO,
    Origin: 'Email',
    SlaStartDate: '2026-11-20T14:00:00.000+0000',
    SlaExitDate: '2026-11-21T02:00:00.000+0000',
    CreatedDate: '2026-11-20T14:00:00.000+0000',
  },
  {
    Id: sampleId('500', 405),
    CaseNumber: '00001005',
    Subject: '請求書',
    Priority: 'Low',
    Status: 'Closed',
    OwnerId: BO,
    AccountId: TOKYO,
    ContactId: YUKI,
    Origin: 'Email',
    ClosedDate: '2026-11-12T10:00:00.000+0000',
    CreatedDate: '2026-11-10T02:00:00.000+0000',
  },
  {
    Id: sampleId('500', 406),
    CaseNumber: '00001006',
    Subject: 'Escalated without milestone',
    Priority: 'High',
    Status: 'Working',
    IsEscalated: true,
    OwnerId: BO,
    AccountId: CHANNEL_HOLDINGS,
    CreatedDate: '2026-11-20T12:00:00.000+0000',
  },
];
