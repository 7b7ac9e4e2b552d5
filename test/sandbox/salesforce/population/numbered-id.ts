import { toRecordId18 } from '../../../../shared/salesforce/record-id.ts';

/** Ids that are a prefix of five characters and a number, so that they sort by number. */
export interface NumberedIds {
  of(number: number): string;
  /** The number in an id of 18 characters, if it is one of these and below `size`. */
  numberIn(id: string, size: number): number | undefined;
}

export function numberedIds(prefix: string): NumberedIds {
  const of = (number: number) => toRecordId18(`${prefix}${String(number).padStart(10, '0')}`);
  return {
    of,
    numberIn: (id, size) => {
      if (!id.startsWith(prefix)) return undefined;
      const number = Number(id.slice(prefix.length, 15));
      return number < size && of(number) === id ? number : undefined;
    },
  };
}
