import type { Dialect, Operator } from './dialect.ts';

/** One step of a path: a name, or a 1-based index (`a[]` is index 1). */
export type PathStep = { readonly name: string } | { readonly index: number };

/** A parsed expression. `raw` is kept where the mapper may mean the text as written. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: unknown; readonly raw: string }
  | { readonly kind: 'keyword'; readonly name: string }
  | {
      readonly kind: 'path';
      readonly root: string;
      readonly module: boolean;
      readonly steps: readonly PathStep[];
    }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | BareWords;

/** A mapper argument that may be its own text: it is, when no variable has any of its names. */
export interface BareWords {
  readonly kind: 'bare';
  readonly raw: string;
  readonly names: readonly string[];
  /** Whether the reading also has calls, quoted texts, keywords or module ids, which no plain text has. */
  readonly anchored: boolean;
  /** The argument read as an expression, or the error of trying. */
  readonly reading: Expression | Error;
}

/** A parsed template: texts and expressions in order. */
export interface Template {
  readonly dialect: Dialect;
  readonly parts: readonly (string | Expression)[];
}
