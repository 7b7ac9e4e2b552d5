import type { Variables } from '../runtime/session.ts';

/** A connection that a user made. */
export interface MakeAccount {
  /** Local id of the connection in its app. */
  readonly connection: string;
  /** What the user typed. */
  readonly parameters: Variables;
  /** What the connection's steps stored. */
  readonly data: Variables;
  /** What is shown beside its name. */
  readonly label?: unknown;
  readonly uid?: unknown;
  /** When the user must authorise again by hand. */
  readonly reauthorizeBy?: unknown;
}

/** What `connection` holds in modules, RPCs and Base: inputs and stored data together. */
export function connectionVariables(account: MakeAccount): Variables {
  return { ...account.parameters, ...account.data };
}
