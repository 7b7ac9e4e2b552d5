import { createHmac, timingSafeEqual } from 'node:crypto';
import { PushRefusedError } from '../error.ts';
import { isRecordId, toRecordId18 } from '../salesforce/record-id.ts';
import type { PushObject } from './subscription.ts';

/** What a call of the package must hold to be believed. */
export interface Expected {
  readonly object: PushObject;
  readonly organizationId: string;
  readonly secret: string;
}

/**
 * The ids of the records that a call of the package names, 18 characters each and none twice. Throws PushRefusedError for a call that
 * does not know the secret, or comes from another org or about another object; nothing of the call is in its text.
 */
export function readPush(body: unknown, expected: Expected): readonly string[] {
  const { secret, organizationId, object, recordIds } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (!isSame(secret, expected.secret)) throw new PushRefusedError('it does not know the secret');
  if (!isSame(organizationId, expected.organizationId))
    throw new PushRefusedError('it comes from another Salesforce org');
  if (object !== expected.object) throw new PushRefusedError(`it is not about ${expected.object}`);
  if (!Array.isArray(recordIds)) throw new PushRefusedError('it names no records');
  const ids = recordIds.filter(
    (id): id is string => typeof id === 'string' && isRecordId(id, expected.object),
  );
  if (ids.length < recordIds.length)
    throw new PushRefusedError(`it holds an id that is none of ${expected.object}`);
  return [...new Set(ids.map(toRecordId18))];
}

/** The secret of a subscription, which nobody can work out without the key. */
export function pushSecret(key: string, organizationId: string, object: PushObject): string {
  return createHmac('sha256', key).update(`push ${organizationId} ${object}`).digest('base64url');
}

/** Compares in a time that tells nothing of where two texts differ. */
function isSame(given: unknown, expected: string): boolean {
  const hash = (text: string) => createHmac('sha256', 'same').update(text).digest();
  return timingSafeEqual(hash(typeof given === 'string' ? given : ''), hash(expected)) && expected !== '';
}
