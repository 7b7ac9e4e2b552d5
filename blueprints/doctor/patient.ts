import type { DealwireError } from '../../shared/error.ts';
import type { Salesforce } from '../../shared/salesforce/client.ts';
import type { Slack } from '../../shared/slack/client.ts';

/** One side of a connection: what reaches it, why it cannot be used, or what is missing to reach it. */
export type Side<T> =
  | { readonly call: T }
  | { readonly problem: DealwireError }
  | { readonly missing: string };

/** What the token endpoint answered. */
export interface SignIn {
  readonly status: number;
  readonly body: unknown;
}

/** The connection that is looked at. */
export interface Patient {
  readonly salesforce: Side<Salesforce>;
  readonly slack: Side<Slack>;
  /** Signs in with the refresh token. */
  readonly signIn: Side<() => Promise<SignIn>>;
}
