import type { Row } from '../schema/type.ts';
import { sampleId } from './sample-id.ts';
import { ANA, KIM, LEA, OLD_REP, PRIYA, SAM, TOM } from './user.ts';

export const ONEIL = sampleId('001', 101);
export const GLOBEX = sampleId('001', 102);
export const INITECH = sampleId('001', 103);
/** The account of the demo deal. */
export const ACME = sampleId('001', 104);
export const CHANNEL_HOLDINGS = sampleId('001', 105);
export const UMBRELLA = sampleId('001', 106);
export const BACKSLASH = sampleId('001', 107);
export const TOKYO = sampleId('001', 108);
/** Its name is 255 characters long. */
export const LONG_NAME = sampleId('001', 109);

export const accounts: readonly Row[] = [
  {
    Id: ONEIL,
    Name: "O'Neil & Söhne <Ltd>",
    Industry: 'Manufacturing',
    OwnerId: KIM,
    CSM__c: ANA,
    ARR__c: 120_000,
    Segment__c: 'Mid-Market',
    BillingCity: 'München',
    Website: 'https://oneil.example',
  },
  { Id: GLOBEX, Name: 'Globex 100%_Pure', Industry: 'Energy', OwnerId: SAM },
  { Id: INITECH, Name: 'Initech', OwnerId: OLD_REP, CSM__c: ANA, ARR__c: 48_000, Segment__c: 'SMB' },
  {
    Id: ACME,
    Name: 'Acme Corp',
    Type: 'Customer - Direct',
    Industry: 'Technology',
    OwnerId: KIM,
    CSM__c: ANA,
    ARR__c: 60_000,
    Segment__c: 'Enterprise',
    AnnualRevenue: 250_000_000,
    NumberOfEmployees: 1800,
    BillingCity: 'Boston',
    BillingState: 'MA',
    BillingCountry: 'USA',
    Phone: '+1 617 555 0100',
    Website: 'https://acme-corp.example',
  },
  { Id: CHANNEL_HOLDINGS, Name: '<!channel> Holdings', Industry: 'Finance', OwnerId: LEA, CSM__c: TOM },
  {
    Id: UMBRELLA,
    Name: 'Umbrella 🌂 "Labs" *bold* _it_',
    Industry: 'Healthcare',
    OwnerId: PRIYA,
    ParentId: ONEIL,
  },
  { Id: BACKSLASH, Name: "Back\\slash \\' & Sons", OwnerId: TOM, ARR__c: 0 },
  { Id: TOKYO, Name: '東京トレーディング', OwnerId: LEA, Segment__c: 'Enterprise', ARR__c: 990_000.5 },
  { Id: LONG_NAME, Name: '🧪'.repeat(127), OwnerId: KIM },
].map((account) => ({ CreatedDate: '2025-02-10T15:00:00.000+0000', ...account }));
