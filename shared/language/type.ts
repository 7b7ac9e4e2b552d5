/**
 * What a value is. `date` is a calendar day (`2026-11-20`), `instant` a point in time (ISO 8601 with offset),
 * `list` any sequence.
 */
export type Type = 'text' | 'number' | 'boolean' | 'date' | 'instant' | 'list';

/** How a literal of a type is written in TypeScript. Dates and instants are ISO 8601 text. */
export type Native<T extends Type> = T extends 'number'
  ? number
  : T extends 'boolean'
    ? boolean
    : T extends 'list'
      ? readonly (string | number)[]
      : string;
