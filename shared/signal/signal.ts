import type { Message } from '../card/message.ts';
import type { Condition, Expression } from '../language/node/node.ts';

/** What a delivery tells a card about itself. */
export interface Place {
  /** The record's address in Salesforce. */
  readonly recordUrl: Expression<'text'>;
  /** Put in front of a headline: empty, or a mark that says this is a test. */
  readonly mark: Expression<'text'>;
  /** Slack ids of the people in the room. */
  readonly members: Expression<'list'>;
  /** Names or emails of people who could not be added. */
  readonly missing: Expression<'list'>;
  /** The next messages stand in the thread of this one. */
  readonly startsThread?: Condition;
}

/**
 * One business event worth telling people, said once for every platform. The inputs it reads are declared by the
 * operations that run it.
 */
export interface Signal {
  /** Also the default delivery name. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** API name of the object that is watched. */
  readonly object: string;
  /** When the signal fires; reads the inputs `since` and `until`, which a poll sets and a push leaves empty. */
  readonly filter: Condition;
  /** Tells one firing for a record from the next. */
  readonly stamp: Expression<'text'>;
  /** The values a card shows, ready to print: escaped, cut, an em dash where nothing is there. */
  readonly facts: Readonly<Record<string, Expression<'text'>>>;
  readonly card: (place: Place) => Message;
}
