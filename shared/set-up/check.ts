import type { Part, SlackCall } from '../delivery/step.ts';
import type { Condition, Expression, Template } from '../language/index.ts';

/** How much something found matters: it will fail, or it will work with less. */
export type Weight = 'problem' | 'notice';

/** Something that is asked of Salesforce or Slack. It changes nothing, and a refusal is an answer. */
export interface Ask {
  /** Tells it from every other; letters, digits and underscores. */
  readonly name: string;
  /** Asked only when this signal is chosen. */
  readonly signal?: string;
  /** Asked only if this holds. */
  readonly when?: Condition;
  /** A read of Salesforce, as part of a Composite call, or one of Slack. */
  readonly read: Part | SlackCall;
  /** Written from the answer. */
  readonly notes: Readonly<Record<string, Template>>;
}

/** Something that the notes can show, and what mends it. */
export interface Find {
  readonly when: Condition;
  readonly weight: Weight;
  /** A sentence. */
  readonly says: Expression<'text'>;
  /** One sentence that an admin can follow. */
  readonly fix: Expression<'text'>;
}

/** One thing about the set-up, as data: `js` runs it, the Make generator prints it. */
export interface SetUpCheck {
  /** In kebab case. */
  readonly name: string;
  /** What it answers, in the words of an admin. */
  readonly question: string;
  readonly asks: readonly Ask[];
  readonly finds: readonly Find[];
}
