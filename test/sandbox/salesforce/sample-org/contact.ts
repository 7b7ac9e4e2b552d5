import type { Row } from '../schema/type.ts';
import { ACME, GLOBEX, ONEIL, TOKYO } from './account.ts';
import { sampleId } from './sample-id.ts';
import { KIM } from './user.ts';

export const PAT = sampleId('003', 501);
export const HANK = sampleId('003', 502);
export const JO = sampleId('003', 503);
export const RAJ = sampleId('003', 504);
export const YUKI = sampleId('003', 505);

const contact = (Id: string, AccountId: string, first: string | null, last: string, more: Row): Row => ({
  Id,
  AccountId,
  FirstName: first,
  LastName: last,
  OwnerId: KIM,
  CreatedDate: '2025-03-01T15:00:00.000+0000',
  ...more,
});

export const contacts: readonly Row[] = [
  contact(PAT, ONEIL, 'Pat', "O'Neil", { Email: 'pat@oneil.example', Title: 'CFO' }),
  contact(HANK, GLOBEX, null, 'Hank', {}),
  contact(JO, ACME, 'Jo', 'Marsh', { Email: 'jo@acme-corp.example', Title: 'CIO', Phone: '+1 617 555 0111' }),
  contact(RAJ, ACME, 'Raj', '*Patel* <script>', {
    Email: 'raj@acme-corp.example',
    Title: 'Head of "Ops" & IT',
  }),
  contact(YUKI, TOKYO, '由紀', '田中', { Email: 'yuki@tokyo.example', Title: '部長' }),
];
