import type { MakeError } from '../error.ts';
import type { Bundle } from '../run-module.ts';

/** An error of a run and what became of it. */
export interface RunError {
  /** Id of the module that failed; 0 when the run failed before any module. */
  readonly module: number;
  readonly error: MakeError;
  /** What dealt with it: a directive, Make storing the execution, or nothing. */
  readonly handledBy: 'Resume' | 'Ignore' | 'Break' | 'Commit' | 'Rollback' | 'stored' | undefined;
}

/** What one run of a scenario did. */
export interface RunReport {
  readonly status: 'success' | 'warning' | 'error';
  /** Module runs, as Make counts them; a poll that found nothing is counted apart. */
  readonly operations: number;
  /** What is billed: If-Else and merge cost none. */
  readonly credits: number;
  readonly operationsByModule: Readonly<Record<string, number>>;
  /** Polls that found nothing; whether Make charges for them is not documented. */
  readonly emptyPolls: number;
  readonly errors: readonly RunError[];
  /** What each module emitted, by module id, in order. */
  readonly bundles: Readonly<Record<string, readonly Bundle[]>>;
}
