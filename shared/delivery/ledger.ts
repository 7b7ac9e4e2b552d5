import { objectType } from '../language/object-type.ts';
import { typesOf } from '../salesforce/custom-object.ts';
import { ledgerObject } from './ledger-object.ts';

/**
 * The ledger as the language reads it: one row per delivery, one per room or living message, one per take-over, one per
 * opportunity that a message told of in a period, one for what a trigger has seen.
 * `Idle_Minutes__c` counts on Salesforce's clock since the row was last written; `State__c` tells what a living message
 * last showed, the period in which an opportunity was told, or what a trigger has seen; `Person__c` whom it was for.
 */
export const Ledger = objectType(ledgerObject.name, {
  Id: 'text',
  ...typesOf(ledgerObject.fields),
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
