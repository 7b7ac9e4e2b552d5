import type { Delivery } from '../delivery/step.ts';
import type { Operation } from './definition.ts';

/** An action as data: `js` runs its delivery, the Make generator prints it. */
export interface Action {
  readonly operation: Operation;
  /** API name of the object whose record the delivery is about; empty when it is about none. */
  readonly object: string;
  readonly delivery: Delivery;
  /** The input by which runs wait for each other on a platform that can make them; it is required or has a default. */
  readonly lockBy: string;
  /** The inputs that say where a message goes: Slack takes one a second for each place, which a platform can pace. */
  readonly paceBy?: readonly string[];
}
