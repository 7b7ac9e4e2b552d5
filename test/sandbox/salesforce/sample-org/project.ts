import type { Row } from '../schema/type.ts';
import { ONEIL, TOKYO } from './account.ts';
import { sampleId } from './sample-id.ts';
import { ANA, LEA } from './user.ts';

/** The project after the sample org's largest won deal. */
export const ROLLOUT = sampleId('a01', 1401);

export const projects: readonly Row[] = [
  {
    Id: ROLLOUT,
    Name: 'Roll-out <Phase 1> & "training"',
    Account__c: ONEIL,
    Opportunity__c: sampleId('006', 201),
    Status__c: 'In Progress',
    Go_Live__c: '2027-01-15',
    OwnerId: ANA,
    CreatedDate: '2026-11-20T21:59:00.000+0000',
  },
  {
    Id: sampleId('a01', 1402),
    Name: '東京 migration',
    Account__c: TOKYO,
    Status__c: 'At Risk',
    OwnerId: LEA,
    CreatedDate: '2026-09-20T13:00:00.000+0000',
  },
];
