import type { Row } from '../schema/type.ts';
import { ACME, INITECH, TOKYO } from './account.ts';
import { sampleId } from './sample-id.ts';
import { KIM } from './user.ts';

/** The contract of the demo deal. */
export const ACME_CONTRACT = sampleId('800', 901);

export const contracts: readonly Row[] = [
  {
    Id: ACME_CONTRACT,
    AccountId: ACME,
    OwnerId: KIM,
    StartDate: '2025-10-01',
    ContractTerm: 12,
    Status: 'Draft',
    ContractNumber: '00000901',
    CreatedDate: '2025-09-01T13:00:00.000+0000',
  },
  {
    Id: sampleId('800', 902),
    AccountId: INITECH,
    OwnerId: KIM,
    StartDate: '2026-02-01',
    ContractTerm: 12,
    Status: 'Activated',
    ContractNumber: '00000902',
    CreatedDate: '2026-01-20T13:00:00.000+0000',
  },
  {
    Id: sampleId('800', 903),
    AccountId: TOKYO,
    OwnerId: KIM,
    Status: 'Draft',
    ContractNumber: '00000903',
    CreatedDate: '2026-09-20T13:00:00.000+0000',
  },
];
