import type { Input, Operation } from './definition.ts';

/**
 * A trigger that a request of Slack starts, on a platform whose webhooks can answer Slack in time. A platform that cannot has
 * a trigger of its own for messages.
 */
export interface SlackRequest {
  readonly operation: Operation;
  /** What people see at once; nothing when it is left out. */
  readonly reply?: string;
  /** What the form of the request holds: its fields, or JSON in the field `payload`. */
  readonly form: 'fields' | 'payload';
  /** The field that tells such a request from others, and its value if it has a fixed one. */
  readonly sign: { readonly field: string; readonly value?: string };
  /** Where the value of each output stands in the form; a list of places is looked through in order. */
  readonly places: Readonly<Record<string, string | readonly string[]>>;
  /** What an output is when the form says nothing. */
  readonly otherwise?: Readonly<Record<string, string>>;
}

/** What a caller has to know; Slack sends no header of our own, so it stands in the address. */
export const addressSecret: Input = {
  key: 'secret',
  label: 'Secret',
  help: 'Letters and digits that nobody can guess, 40 of them or so. Put ?secret= and the same text behind the address of this webhook, and give Slack that address.',
  type: 'text',
  required: true,
};
