import { ledgerObject } from '../../../shared/delivery/ledger-object.ts';
import { subscriptionObject } from '../../../shared/receive/subscription-object.ts';

/** API names of the objects that the package brings itself. */
export const ownObjects: readonly string[] = [ledgerObject.name, subscriptionObject.name];
