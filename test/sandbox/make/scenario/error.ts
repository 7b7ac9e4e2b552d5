import { MakeError } from '../error.ts';
import type { RefusalId } from '../refusals.ts';

/** A scenario that cannot run as it is: the message names the module and the repair. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** An error of one of Make's own modules whose type is not confirmed; it may be handled, but not left unhandled. */
export class UntypedError extends MakeError {
  readonly refusal: RefusalId;

  constructor(refusal: RefusalId, message: string) {
    super('RuntimeError', message);
    this.refusal = refusal;
  }
}

/** Ends a run because of an error that nothing handled. */
export class RunFailed extends Error {
  override readonly name = 'RunFailed';
  readonly error: MakeError;

  constructor(error: MakeError) {
    super(error.message);
    this.error = error;
  }
}

/** Ends a run because an error handler said Commit or Rollback. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  readonly how: 'Commit' | 'Rollback';

  constructor(how: 'Commit' | 'Rollback') {
    super(how);
    this.how = how;
  }
}
