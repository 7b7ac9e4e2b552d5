import { ledgerObject } from '../delivery/ledger-object.ts';
import { subscriptionObject } from '../receive/subscription-object.ts';

/** API names of the objects that the package brings itself. */
export const ownObjects: readonly string[] = [ledgerObject.name, subscriptionObject.name];
