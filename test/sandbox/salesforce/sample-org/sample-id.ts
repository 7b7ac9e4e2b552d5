import { toRecordId18 } from '../../../../shared/salesforce/record-id.ts';

/** The id of a sample record: a key prefix and a number. */
export function sampleId(keyPrefix: string, number: number): string {
  return toRecordId18(`${keyPrefix}xx${String(number).padStart(10, '0')}`);
}
