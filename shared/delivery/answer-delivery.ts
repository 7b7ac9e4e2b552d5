import type { Expression, Template } from '../language/index.ts';
import { answerOnce } from './step/answer.ts';
import { claim } from './step/claim.ts';
import { closeMessage } from './step/close-message.ts';
import { nameEvent } from './step/event.ts';
import { messageResult } from './step/message-result.ts';
import { release } from './step/release.ts';
import type { Delivery, Step } from './step.ts';

/** What a signal tells the delivery of an answer. */
export interface AnswerPlan {
  readonly name: string;
  /** The event key: of the question, not of a record. Missing for what is no question, which then is left alone. */
  readonly key: Expression<'text'>;
  /** Finds what is answered, once the question is claimed; `go` says whether somebody has to. */
  readonly find: readonly Step[];
  readonly message: Readonly<Record<string, Template>>;
  /** The reads whose refusal is worth a warning, and what people call them. */
  readonly readLabels: Readonly<Record<string, string>>;
  /** What the operation returns besides what every message does. */
  readonly result: Readonly<Record<string, Template>>;
}

/** The delivery of an answer to the conversation of a question: once per question. */
export function answerDelivery({ name, key, find, message, readLabels, result }: AnswerPlan): Delivery {
  return {
    name,
    steps: [
      ...nameEvent({ key }),
      ...claim({ reads: {}, notes: {} }),
      ...find,
      ...answerOnce(message),
      ...closeMessage(undefined),
    ],
    alternatives: [],
    release,
    result: { ...messageResult(undefined, readLabels), ...result },
  };
}
