import type { Expression } from '../language/index.ts';

/** Somebody whom a room wants: an email to look up, and a name for those who have none. */
export interface Wanted {
  readonly email: Expression<'text'>;
  readonly name?: Expression<'text'>;
}
