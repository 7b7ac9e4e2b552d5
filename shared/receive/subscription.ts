import { objectType } from '../language/object-type.ts';
import { API_PATH } from '../salesforce/api-version.ts';
import type { Salesforce } from '../salesforce/client.ts';
import { typesOf } from '../salesforce/custom-object.ts';
import { subscriptionObject } from './subscription-object.ts';

/** Objects that the Salesforce package has a trigger for. */
export type PushObject = 'Opportunity' | 'Case' | 'Lead';

/** The subscriptions as the language reads them. */
export const Subscription = objectType(subscriptionObject.name, {
  Id: 'text',
  ...typesOf(subscriptionObject.fields),
});

/** What a subscription says. */
export interface Wanted {
  readonly url: string;
  readonly object: PushObject;
  /** Lines `Field=value`; empty for records that are created. */
  readonly entry: string;
  readonly secret: string;
}

const PATH = `${API_PATH}/sobjects/${Subscription.name}`;

/**
 * Registers an address with the package, and returns the id of the subscription. Throws MissingObjectError in an org
 * without the package.
 */
export async function subscribe(
  salesforce: Salesforce,
  { url, object, entry, secret }: Wanted,
): Promise<string> {
  const body = { Url__c: url, Object__c: object, Entry__c: entry, Secret__c: secret };
  const { id } = (await salesforce({ method: 'POST', path: PATH, body })) as { readonly id: string };
  return id;
}

/** Removes a subscription; one that is gone already is no error. */
export async function unsubscribe(salesforce: Salesforce, id: string): Promise<void> {
  await salesforce({ method: 'DELETE', path: `${PATH}/${encodeURIComponent(id)}` }).catch(ignoreMissing);
}

function ignoreMissing(error: unknown): void {
  const { errorCode } = error as { readonly errorCode?: string };
  if (errorCode !== 'ENTITY_IS_DELETED' && errorCode !== 'NOT_FOUND') throw error;
}
