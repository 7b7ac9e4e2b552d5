import type { Row } from '../schema/type.ts';
import { INBOUND, TIER_2 } from './group.ts';
import { sampleId } from './sample-id.ts';
import { KIM, LEA } from './user.ts';

const lead = (number: number, first: string | null, last: string, Company: string, more: Row): Row => ({
  Id: sampleId('00Q', number),
  FirstName: first,
  LastName: last,
  Company,
  ...more,
});

export const leads: readonly Row[] = [
  lead(601, 'Mia', 'Wong', 'Umbrella', {
    Email: 'mia@umbrella.example',
    Title: 'Head of Labs',
    LeadSource: 'Web',
    Rating: 'Hot',
    OwnerId: TIER_2,
    CreatedDate: '2026-11-20T21:55:00.000+0000',
  }),
  lead(602, null, '[not provided]', '<script>', {
    OwnerId: KIM,
    CreatedDate: '2026-11-20T21:59:00.000+0000',
  }),
  lead(603, 'Zoë', "O'Hara \\ Smith", '<!everyone> "Inc" & Co', {
    Email: 'zoe@everyone.example',
    LeadSource: 'Partner Referral',
    Rating: 'Warm',
    OwnerId: INBOUND,
    CreatedDate: '2026-11-20T12:00:00.000+0000',
  }),
  lead(604, 'Ken', 'Converted', 'Done GmbH', {
    Email: 'ken@done.example',
    Status: 'Closed - Converted',
    IsConverted: true,
    ConvertedDate: '2026-11-02',
    OwnerId: LEA,
    CreatedDate: '2026-10-20T12:00:00.000+0000',
  }),
];
