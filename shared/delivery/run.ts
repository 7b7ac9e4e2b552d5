import type { Salesforce } from '../salesforce/client.ts';
import type { Slack } from '../slack/client.ts';
import { compileTemplate } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import type { Answer } from './call.ts';
import { dependenciesOf } from './dependency.ts';
import { type Notes, prepareStep } from './run-step.ts';
import type { Delivery } from './step.ts';

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
