import {
  type DealwireError,
  DeliveryBusyError,
  DeliveryUnsureError,
  NoDestinationError,
  RecordNotFoundError,
} from '../error.ts';
import type { Salesforce } from '../salesforce/client.ts';
import type { Slack } from '../slack/client.ts';
import { compileCondition, compileTemplate } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { type Answer, prepareCall } from './call.ts';
import { dependenciesOf } from './dependency.ts';
import { LEASE_MINUTES } from './lease.ts';
import type { Delivery, Failure, Step } from './step.ts';

/** What a delivery needs from outside. */
export interface Context {
  readonly salesforce: Salesforce;
  readonly slack: Slack;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Epoch milliseconds after which no Slack write starts. */
  readonly deadline: number;
}

/** What a delivery knows before its first step, besides the inputs. */
export interface Given {
  readonly organizationId: string;
  readonly teamId: string;
  readonly instanceUrl: string;
  /** Random text that tells this run from every other. */
  readonly holder: string;
  readonly recordId: string;
  /** API name of the record's object. */
  readonly object: string;
  readonly [note: string]: unknown;
}

type Notes = Record<string, unknown>;

/** Runs a delivery with checked inputs. Throws the errors of `shared/error.ts`. */
export type Run = (
  context: Context,
  parameters: Readonly<Record<string, unknown>>,
  given: Given,
) => Promise<Record<string, unknown>>;

/**
 * Compiles a delivery and returns what runs it. Steps that do not wait for each other run at the same time.
 * When a step fails the others under way end first, then the delivery is given back and the error thrown.
 */
export function prepareDelivery(delivery: Delivery): Run {
  const steps = delivery.steps.map((step, position, all) => ({
    run: prepareStep(step),
    waits: dependenciesOf(step, all.slice(0, position)),
  }));
  const release = delivery.release.map(prepareStep);
  const result = compileTemplate(delivery.result);
  return async (context, parameters, given) => {
    const notes: Notes = { ...given };
    const scope = (answer?: Answer): Scope => ({
      record: (notes.record ?? {}) as Scope['record'],
      parameters,
      notes,
      answer,
      now: context.now(),
      locale: String(parameters.locale ?? 'en-US'),
      fiscalYearStartMonth: 1,
    });
    const ended: Promise<void>[] = [];
    for (const { run, waits } of steps)
      ended.push(Promise.all(waits.map((earlier) => ended[earlier])).then(() => run(context, notes, scope)));
    const failed = (await Promise.allSettled(ended)).find((end) => end.status === 'rejected');
    if (failed !== undefined) {
      await Promise.allSettled(release.map((step) => step(context, notes, scope)));
      throw failed.reason;
    }
    return result(scope()) as Record<string, unknown>;
  };
}

function prepareStep(
  step: Step,
): (context: Context, notes: Notes, scope: (answer?: Answer) => Scope) => Promise<void> {
  const when = step.when && compileCondition(step.when);
  const call = step.call && prepareCall(step.call);
  const write = compileTemplate(step.notes ?? {});
  const failures = (step.fail ?? []).map(({ when, as }) => ({ holds: compileCondition(when), as }));
  const again = step.again && { holds: compileCondition(step.again.while), limit: step.again.limit };
  return async (context, notes, scope) => {
    if (when && !when(scope())) return;
    for (let time = 1; ; time += 1) {
      const { answer, problem } = call ? await call(context, scope()) : {};
      Object.assign(notes, write(scope(answer)));
      if (problem) throw problem;
      const failure = failures.find(({ holds }) => holds(scope(answer)));
      if (failure) throw errorFor(failure.as, notes);
      if (!again || time >= again.limit || !again.holds(scope(answer))) return;
    }
  };
}

function errorFor(as: Failure['as'], notes: Notes): DealwireError {
  const key = String(notes.key);
  if (as === 'nowhere') return new NoDestinationError();
  if (as === 'unsure') return new DeliveryUnsureError(key);
  if (as === 'not-found') return new RecordNotFoundError(String(notes.object), String(notes.recordId));
  return new DeliveryBusyError(key, secondsLeft(notes));
}

/** Seconds until the lease of the row that is held by another run ends. */
function secondsLeft(notes: Notes): number {
  const idle = ['row', 'recordRow'].map((name) =>
    Number((notes[name] as { Idle_Minutes__c?: number } | undefined)?.Idle_Minutes__c ?? 0),
  );
  return Math.max(10, Math.ceil((LEASE_MINUTES - Math.min(...idle)) * 60));
}
