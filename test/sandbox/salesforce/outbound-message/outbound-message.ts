import type { Row } from '../schema/type.ts';

/** An outbound message as an admin sets one up, together with the flow that sends it. */
export interface OutboundMessage {
  readonly name: string;
  readonly object: string;
  /** Fields of the object itself; the id is always sent. */
  readonly fields: readonly string[];
  readonly endpointUrl: string;
  /** Whether a save makes the flow send it; `before` is absent for a new record. */
  readonly entry: (row: Row, before: Row | undefined) => boolean;
}

/** One record that a message has to tell of. */
export interface Notification {
  /** As the receiver gets it: `04l…`, the same in every attempt. */
  readonly id: string;
  readonly message: string;
  readonly recordId: string;
  /** When it was queued, in epoch milliseconds. */
  readonly queued: number;
  readonly attempts: number;
  /** When it is to be sent next, in epoch milliseconds. */
  readonly due: number;
  readonly status: 'pending' | 'delivered' | 'given up';
}
