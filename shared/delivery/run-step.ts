import {
  type DealwireError,
  DeliveryBusyError,
  DeliveryUnsureError,
  InvalidInputError,
  NoDestinationError,
  RecordNotFoundError,
} from '../error.ts';
import { compileCondition, compileTemplate } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { type Answer, prepareCall } from './call.ts';
import { LEASE_MINUTES } from './lease.ts';
import type { Context } from './run.ts';
import type { Failure, Step } from './step.ts';

/** What steps write down. */
export type Notes = Record<string, unknown>;

/** Runs a step and adds to the notes; `scope` holds the notes of the moment, and the answer when there is one. */
export type RunStep = (context: Context, notes: Notes, scope: (answer?: Answer) => Scope) => Promise<void>;

/** Compiles a step and returns what runs it. Throws the errors of `shared/error.ts`. */
export function prepareStep(step: Step): RunStep {
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
  if (typeof as === 'object') return new InvalidInputError(as.input, as.reason, as.fix);
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
