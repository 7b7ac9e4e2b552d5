import { objectType } from '../language/object-type.ts';

/**
 * The ledger object of the Salesforce package: one row per delivery, one per room or living message, one per take-over, one per
 * opportunity that a message told of in a period.
 * Rows hold ids and states, never names, amounts or texts. `Idle_Minutes__c` is a formula on Salesforce's clock, minutes
 * since the row was last written; `State__c` tells what a living message last showed, or the period in which an opportunity
 * was told; `Person__c` whom it was for. `Opportunity__c` is a lookup, so that a query can leave out what was told.
 */
export const Ledger = objectType('Dealwire_Delivery__c', {
  Id: 'text',
  Key__c: 'text',
  Status__c: 'text',
  Holder__c: 'text',
  Attempt__c: 'number',
  Delivery__c: 'text',
  Record_Id__c: 'text',
  Opportunity__c: 'text',
  Organization__c: 'text',
  Team__c: 'text',
  Channel__c: 'text',
  Message__c: 'text',
  Announcement__c: 'text',
  Outcome__c: 'text',
  State__c: 'text',
  Person__c: 'text',
  Idle_Minutes__c: 'number',
  CreatedDate: 'instant',
});

/**
 * What a row says: `claimed` a run is at work, `waiting` a run gave it back, `unsure` a message may have been
 * posted, `done` nothing is left to do, `attempt` the mark of a take-over, `memory` what a trigger has seen.
 */
export const status = {
  claimed: 'claimed',
  waiting: 'waiting',
  unsure: 'unsure',
  done: 'done',
  attempt: 'attempt',
  memory: 'memory',
} as const;
