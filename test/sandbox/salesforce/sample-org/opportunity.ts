import type { Row } from '../schema/type.ts';
import {
  ACME,
  BACKSLASH,
  CHANNEL_HOLDINGS,
  GLOBEX,
  INITECH,
  LONG_NAME,
  ONEIL,
  TOKYO,
  UMBRELLA,
} from './account.ts';
import { ACME_CONTRACT } from './contract.ts';
import { sampleId } from './sample-id.ts';
import { ANA, KIM, LEA, OLD_REP, PRIYA, SAM, TOM } from './user.ts';

/** Acme Q3 Enterprise: open, in negotiation, with everything a deal room shows. */
export const DEMO_DEAL = '006Hs00000BkXyzIAF';

export const opportunities: readonly Row[] = [
  {
    Id: DEMO_DEAL,
    Name: 'Acme Q3 Enterprise',
    AccountId: ACME,
    OwnerId: KIM,
    SE__c: SAM,
    CSM__c: ANA,
    StageName: 'Negotiation/Review',
    Amount: 75_000,
    ARR__c: 60_000,
    CloseDate: '2025-09-30',
    Contract_Start__c: '2025-10-01',
    ContractId: ACME_CONTRACT,
    Segment__c: 'Enterprise',
    Type: 'New Customer',
    LeadSource: 'Web',
    NextStep: 'Countersign',
    CreatedDate: '2025-06-12T14:00:00.000+0000',
    LastStageChangeDate: '2025-09-02T16:30:00.000+0000',
    LastActivityDate: '2025-09-25',
  },
  deal(201, 'Söhne expansion', 'Closed Won', 250_000, '2026-11-20', {
    AccountId: ONEIL,
    OwnerId: KIM,
    CSM__c: ANA,
    ARR__c: 240_000,
    Type: 'New Customer',
    LastStageChangeDate: '2026-11-20T21:58:03.000+0000',
    LastActivityDate: '2026-11-19',
  }),
  deal(202, 'Created as won (import)', 'Closed Won', null, '2026-11-18', {
    AccountId: GLOBEX,
    OwnerId: SAM,
    CreatedDate: '2026-11-20T21:40:00.000+0000',
  }),
  deal(203, 'Won, reopened, won again', 'Closed Won', 90_000, '2026-11-15', {
    LastStageChangeDate: '2026-11-20T20:00:00.000+0000',
  }),
  deal(204, 'Big negotiation', 'Negotiation/Review', 1_200_000, '2026-12-15', {
    AccountId: TOKYO,
    OwnerId: LEA,
    Segment__c: 'Enterprise',
    LastStageChangeDate: '2026-11-12T10:00:00.000+0000',
    LastActivityDate: '2026-11-18',
  }),
  deal(205, 'Slipped deal', 'Proposal/Price Quote', 60_000, '2027-02-10', {
    PushCount: 3,
    AccountId: GLOBEX,
  }),
  deal(206, 'Renewal, silent 45 days', 'Prospecting', 48_000, '2027-01-31', {
    AccountId: INITECH,
    OwnerId: OLD_REP,
    CSM__c: ANA,
    Type: 'Renewal',
    Renewal__c: true,
    LastActivityDate: '2026-10-06',
  }),
  deal(207, 'Renewal, never touched', 'Prospecting', 30_000, '2027-02-05', {
    AccountId: BACKSLASH,
    Type: 'Renewal',
    Renewal__c: true,
  }),
  deal(208, 'Renewal with a meeting next week', 'Proposal/Price Quote', 75_000, '2026-12-20', {
    AccountId: ACME,
    CSM__c: ANA,
    Type: 'Renewal',
    Renewal__c: true,
    LastActivityDate: '2026-11-27',
  }),
  deal(209, 'Lost', 'Closed Lost', 10_000, '2026-11-01', {
    LastStageChangeDate: '2026-11-01T12:00:00.000+0000',
  }),
  deal(210, 'Private, no team', 'Proposal/Price Quote', 5_000, '2026-11-30', { IsPrivate: true }),
  deal(211, '<!channel> "mega" & more', 'Negotiation/Review', 310_000, '2026-11-28', {
    AccountId: CHANNEL_HOLDINGS,
    OwnerId: LEA,
    CSM__c: TOM,
    SE__c: SAM,
    LastActivityDate: '2026-11-16',
  }),
  deal(212, "L'été — 100% *sûr* 🎉", 'Value Proposition', 42_000.5, '2027-01-15', {
    AccountId: UMBRELLA,
    OwnerId: PRIYA,
  }),
  deal(213, 'Ünïcode \\ backslash', 'Qualification', 7_500, '2026-12-31', {
    AccountId: BACKSLASH,
    OwnerId: TOM,
  }),
  deal(214, 'No account at all', 'Negotiation/Review', 22_000, '2026-12-05', { OwnerId: KIM, SE__c: SAM }),
  deal(215, 'Three hundred emoji', 'Negotiation/Review', 18_000, '2026-12-10', {
    AccountId: LONG_NAME,
    OwnerId: KIM,
  }),
  deal(216, 'Owner without email', 'Negotiation/Review', 33_000, '2026-12-12', {
    AccountId: BACKSLASH,
    OwnerId: TOM,
    SE__c: LEA,
    CSM__c: OLD_REP,
  }),
  deal(217, 'Renewal in another quarter', 'Needs Analysis', 99_000, '2027-06-30', {
    AccountId: TOKYO,
    OwnerId: LEA,
    Type: 'Renewal',
    Renewal__c: true,
    LastActivityDate: '2026-08-01',
  }),
  deal(218, 'Renewal due soon, talked to yesterday', 'Negotiation/Review', 64_000, '2026-12-01', {
    AccountId: ONEIL,
    CSM__c: ANA,
    Type: 'Renewal',
    Renewal__c: true,
    LastActivityDate: '2026-11-19',
  }),
  deal(219, 'Id. Decision Makers: who?', 'Id. Decision Makers', 15_000, '2027-01-20', {
    AccountId: GLOBEX,
    OwnerId: SAM,
  }),
  deal(220, 'Perception', 'Perception Analysis', 27_000, '2026-12-18', { AccountId: UMBRELLA, OwnerId: LEA }),
  deal(221, 'Won last quarter', 'Closed Won', 140_000, '2026-09-15', {
    AccountId: TOKYO,
    OwnerId: LEA,
    ARR__c: 140_000,
    LastStageChangeDate: '2026-09-15T17:00:00.000+0000',
  }),
  deal(222, 'Quote without amount', 'Proposal/Price Quote', null, '2026-12-22', {
    AccountId: UMBRELLA,
    OwnerId: PRIYA,
  }),
];

function deal(
  number: number,
  Name: string,
  StageName: string,
  Amount: number | null,
  CloseDate: string,
  more: Row,
): Row {
  return {
    Id: sampleId('006', number),
    Name,
    StageName,
    Amount,
    CloseDate,
    OwnerId: KIM,
    CreatedDate: '2026-08-03T13:00:00.000+0000',
    ...more,
  };
}
