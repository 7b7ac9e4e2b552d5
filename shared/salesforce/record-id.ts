import { InvalidInputError } from '../error.ts';

/** The first three characters of the record ids of the objects Dealwire reads and writes. */
export const keyPrefix = {
  Account: '001',
  Contact: '003',
  User: '005',
  Opportunity: '006',
  OpportunityHistory: '008',
  Organization: '00D',
  Group: '00G',
  Lead: '00Q',
  Task: '00T',
  Event: '00U',
  FeedItem: '0D5',
  Case: '500',
  CaseMilestone: '555',
  Contract: '800',
} as const;

/** An object whose record ids can be told by their prefix. */
export type PrefixedObject = keyof typeof keyPrefix;

const CHECKSUM_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const RECORD_ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

/** Whether text is a record id of 15 characters, or of 18 with the right checksum; with `object`, also of that object. */
export function isRecordId(text: string, object?: PrefixedObject): boolean {
  if (!RECORD_ID.test(text)) return false;
  if (text.length === 18 && checksum(text.slice(0, 15)) !== text.slice(15).toUpperCase()) return false;
  return object === undefined || text.startsWith(keyPrefix[object]);
}

/** The 18-character form of a record id. Throws InvalidInputError for anything else, a wrong checksum included. */
export function toRecordId18(text: string): string {
  if (!isRecordId(text))
    throw new InvalidInputError(
      'Record ID',
      `"${text}" is not a Salesforce record id, or its checksum is wrong`,
      'Copy the id of 15 or 18 characters from the address of the record in Salesforce.',
    );
  const short = text.slice(0, 15);
  return short + checksum(short);
}

/** Three characters, one for each five of the id; their bits say which letters are capitals. */
function checksum(short: string): string {
  let sum = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let position = 0; position < 5; position++)
      if (/[A-Z]/.test(short.charAt(block + position))) bits |= 1 << position;
    sum += CHECKSUM_ALPHABET.charAt(bits);
  }
  return sum;
}
