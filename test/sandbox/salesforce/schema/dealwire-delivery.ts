import { ledgerObject } from '../../../../shared/delivery/ledger-object.ts';
import { packagedObject } from './packaged-object.ts';

/** The ledger, as the Dealwire package deploys it. */
export const dealwireDelivery = packagedObject(ledgerObject, 'a0D', 'ledger', true);
