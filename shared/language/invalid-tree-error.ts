import { DealwireError, ErrorCode } from '../error.ts';

/** A tree that could never work; thrown while a signal is built. */
export class InvalidTreeError extends DealwireError {
  readonly code = ErrorCode.invalidTree;
  readonly node: string;
  readonly path: string;
  constructor(node: string, path: string, reason: string) {
    super(`"${node}" at ${path}: ${reason}.`, 'Correct the signal that builds this tree.');
    this.node = node;
    this.path = path;
  }
}
