import { subscriptionObject } from '../../../../shared/receive/subscription-object.ts';
import { packagedObject } from './packaged-object.ts';

/** Where the triggers of the Dealwire package send what happened to an object. */
export const dealwireSubscription = packagedObject(subscriptionObject, 'a03', 'package');
