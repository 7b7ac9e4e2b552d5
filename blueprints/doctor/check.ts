import type { DealwireError } from '../../shared/error.ts';
import type { Weight } from '../../shared/set-up/check.ts';
import type { Needs } from './needs.ts';

/** Something that is asked. The sign-in is asked with the refresh token, where there is one. */
export type Question =
  | { readonly to: 'salesforce'; readonly path: string; readonly method?: 'POST'; readonly body?: unknown }
  | { readonly to: 'slack'; readonly method: string; readonly body?: Readonly<Record<string, unknown>> }
  | { readonly to: 'sign-in' };

/** What came back: a body, or why there is none. */
export interface Answer {
  readonly body?: unknown;
  readonly problem?: DealwireError;
}

export type Answers = Readonly<Record<string, Answer>>;
type Questions = Readonly<Record<string, Question>>;

/** Something that is not as it should be, and what mends it. */
export interface Finding {
  readonly weight: Weight;
  /** A sentence. */
  readonly says: string;
  /** The click path or the command. */
  readonly fix: string;
}

/** One thing about the set-up, as data: what it asks, how it judges what comes back. */
export interface DoctorCheck {
  /** In kebab case. */
  readonly name: string;
  /** What it answers, in the words of an admin. */
  readonly question: string;
  /** Why it is not asked with these needs; undefined when it is. */
  readonly leftOut?: (needs: Needs) => string | undefined;
  readonly asks: (needs: Needs) => Questions;
  /** What is asked one after the other, once the answers before are there. */
  readonly follows?: readonly ((answers: Answers, needs: Needs) => Questions)[];
  /** Nothing found means that all is well. */
  readonly judge: (answers: Answers, needs: Needs) => readonly Finding[];
}
