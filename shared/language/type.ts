/**
 * What a value is. `date` is a calendar day (`2026-11-20`), `instant` a point in time (ISO 8601 with seconds and an
 * offset, as Salesforce prints it: `2026-11-20T21:58:03.000+0000`, or `…03Z`), `list` any sequence.
 *
 * A value is *missing* when it is null, undefined or the empty text; a list is never missing, only empty. Text
 * functions that are given a number or a boolean write it as JSON does. A number, date or instant that does not have
 * its form counts as missing in `js`; other targets may rely on the form, since inputs are checked before they run.
 */
export type Type = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'list';

/** The types whose values have an order. */
export type Ordered = 'number' | 'date' | 'instant';

/** How a literal of a type is written in TypeScript. Dates and instants are ISO 8601 text. */
export type Native<T extends Type> = T extends 'number'
  ? number
  : T extends 'boolean'
    ? boolean
    : T extends 'list'
      ? readonly (string | number)[]
      : string;
