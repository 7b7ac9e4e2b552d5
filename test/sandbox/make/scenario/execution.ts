import type { MakeError } from '../error.ts';
import type { Bundle } from '../run-module.ts';
import type { WebhookReply } from '../webhook/incoming.ts';
import type { RunError, RunReport } from './report.ts';

/** Bundles by module id: what the mapper of a later module sees. */
export type Bundles = Readonly<Record<string, Bundle>>;

/** Goes on with an execution that was stored. */
export type Continuation = (execution: Execution) => Promise<void>;

/** A bundle whose flow could not be finished, to be stored as an incomplete execution. */
export interface Unfinished {
  readonly module: number;
  readonly error: MakeError;
  readonly resume: Continuation;
  /** Minutes until each further attempt; empty for repair by hand. */
  readonly waits: readonly number[];
}

/** One run in progress. */
export interface Execution {
  readonly counts: Map<number, number>;
  readonly bundles: Map<number, Bundle[]>;
  readonly errors: RunError[];
  readonly unfinished: Unfinished[];
  /** Undoes the data store changes of the run, newest last. */
  readonly undo: (() => void)[];
  /** Variables set in this run, by name. */
  readonly variables: Map<string, { readonly scope: 'roundtrip' | 'execution'; readonly value: unknown }>;
  credits: number;
  emptyPolls: number;
  /** What a responding module answered the webhook's caller. */
  reply: WebhookReply | undefined;
  /** Modules inside an aggregation have no place to be resumed at. */
  aggregations: number;
}

export function startExecution(): Execution {
  return {
    counts: new Map(),
    bundles: new Map(),
    errors: [],
    unfinished: [],
    undo: [],
    variables: new Map(),
    credits: 0,
    emptyPolls: 0,
    reply: undefined,
    aggregations: 0,
  };
}

/** Counts one module run. */
export function countOperation(execution: Execution, module: number, billed = true): void {
  execution.counts.set(module, (execution.counts.get(module) ?? 0) + 1);
  if (billed) execution.credits += 1;
}

/** Notes what a module emitted. */
export function noteBundles(execution: Execution, module: number, bundles: readonly Bundle[]): void {
  execution.bundles.set(module, [...(execution.bundles.get(module) ?? []), ...bundles]);
}

/** The report of a finished run. */
export function reportOf(execution: Execution, status: RunReport['status']): RunReport {
  return {
    status,
    operations: [...execution.counts.values()].reduce((sum, count) => sum + count, 0),
    credits: execution.credits,
    operationsByModule: Object.fromEntries(execution.counts),
    emptyPolls: execution.emptyPolls,
    errors: execution.errors,
    bundles: Object.fromEntries(execution.bundles),
  };
}
