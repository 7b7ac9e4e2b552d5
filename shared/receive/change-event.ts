import { InvalidInputError } from '../error.ts';
import { isRecordId, keyPrefix, toRecordId18 } from '../salesforce/record-id.ts';

/** A Change Data Capture event, as far as a signal needs it. */
export interface ChangeEvent {
  readonly object: string;
  /** 18 characters each, at least one. */
  readonly recordIds: readonly string[];
  readonly changeType: (typeof CHANGE_TYPES)[number];
  /** The fields an update touched; `all` when the record was created or restored, or the event cannot tell. */
  readonly changedFields: readonly string[] | 'all';
  /** The field values the event carries, as they were when the change was committed. */
  readonly values: Readonly<Record<string, unknown>>;
}

const INPUT = 'Change event';
const FIX =
  'Paste one event as Salesforce delivers it: JSON with a ChangeEventHeader that holds entityName, recordIds and changeType.';
const CHANGE_TYPES = [
  'CREATE',
  'UPDATE',
  'DELETE',
  'UNDELETE',
  'GAP_CREATE',
  'GAP_UPDATE',
  'GAP_DELETE',
  'GAP_UNDELETE',
] as const;

/**
 * Reads an event as CometD delivers it, as a platform passes it on, or its payload alone. Only the record ids are
 * checked; every other id is read from Salesforce anyway. Throws `InvalidInputError`.
 */
export function readChangeEvent(text: string): ChangeEvent {
  const { ChangeEventHeader: header, ...values } = payloadOf(parse(text));
  const { entityName, recordIds, changeType, changedFields = [] } = header as Json;
  if (typeof entityName !== 'string' || !/^\w+$/.test(entityName))
    throw invalid('ChangeEventHeader.entityName is missing');
  const type = CHANGE_TYPES.find((known) => known === changeType);
  if (type === undefined)
    throw invalid(`ChangeEventHeader.changeType is not one of ${CHANGE_TYPES.join(', ')}`);
  if (!isTexts(recordIds) || recordIds.length === 0)
    throw invalid('ChangeEventHeader.recordIds is not a list of record ids');
  for (const id of recordIds)
    if (!isIdOf(entityName, id))
      throw invalid(
        `ChangeEventHeader.recordIds holds "${id.slice(0, 40)}", which is not the id of a record of ${entityName}`,
      );
  if (!isTexts(changedFields)) throw invalid('ChangeEventHeader.changedFields is not a list of field names');
  return {
    object: entityName,
    recordIds: [...new Set(recordIds.map(toRecordId18))],
    changeType: type,
    changedFields: type === 'UPDATE' ? changedFields : 'all',
    values,
  };
}

type Json = { readonly [key: string]: unknown };

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (isJson(value)) return value;
  } catch (error) {
    throw invalid(`it is not JSON (${(error as Error).message})`);
  }
  throw invalid('it is not a JSON object');
}

/** The payload inside CometD's envelope, inside another, or the event itself: what holds the header. */
function payloadOf(event: Json): Json {
  for (const holder of [
    event,
    event.payload,
    event.data,
    isJson(event.data) ? event.data.payload : undefined,
  ])
    if (isJson(holder) && isJson(holder.ChangeEventHeader)) return holder;
  throw invalid('it has no ChangeEventHeader');
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIdOf(object: string, id: string): boolean {
  return isRecordId(id, object in keyPrefix ? (object as keyof typeof keyPrefix) : undefined);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function invalid(reason: string): InvalidInputError {
  return new InvalidInputError(INPUT, reason, FIX);
}
