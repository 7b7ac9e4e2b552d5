import type { Variables } from './session.ts';

/** What one good answer, or one step without a request, lets expressions see, and the items it holds. */
export interface Page {
  /** `body`, `headers` and `statusCode`; empty without a request. */
  readonly answer: Variables;
  /** The items of `iterate`, before its condition; undefined without `iterate`. */
  readonly items: readonly unknown[] | undefined;
}
