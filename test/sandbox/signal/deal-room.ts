import { DEMO_DEAL } from '../salesforce/sample-org/opportunity.ts';
import type { Demo } from './demo.ts';
import { writeRecord } from './write-record.ts';

const WON = { StageName: 'Closed Won' };

/** A deal of the sample org is won. */
export const dealRoom: Demo = {
  signal: 'deal-room',
  chosen: {
    open_deal_room: {
      arr_field: 'ARR__c',
      contract_start_field: 'Contract_Start__c',
      se_field: 'SE__c',
      csm_field: 'CSM__c',
      segment_field: 'Segment__c',
    },
  },
  record: {
    object: 'Opportunity',
    id: DEMO_DEAL,
    fields: [
      'StageName',
      'Name',
      'Account.Name',
      'Amount',
      'CloseDate',
      'OwnerId',
      'SE__c',
      'CSM__c',
      'Contract_Start__c',
      'Segment__c',
    ],
    sets: WON,
  },
  phases: [
    {
      says: 'Somebody saves the opportunity.',
      change: (world, changed) => {
        writeRecord(world, 'Opportunity', DEMO_DEAL, { ...WON, ...changed });
        return undefined;
      },
    },
  ],
};
