import type { Expression } from '../language/node/node.ts';

/** Slack's type of a block, with expressions allowed wherever a text of the reader's stands. */
export type Filled<T> = T extends string
  ? string extends T
    ? string | Expression<'text'>
    : T
  : T extends readonly (infer Item)[]
    ? readonly Filled<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Filled<T[Key]> }
      : T;
