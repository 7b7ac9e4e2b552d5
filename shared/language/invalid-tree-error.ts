import { DealwireError, ErrorCode } from '../error.ts';

/** A tree that could never work; thrown while a signal is built. */
export class InvalidTreeError extends DealwireError {
  readonly code = ErrorCode.invalidTree;
  readonly node: string;
  readonly path: string;
  constructor(node: string, path: string, reason: string, options?: ErrorOptions) {
    super(`"${node}" at ${path}: ${reason}.`, 'Correct the signal that builds this tree.', options);
    this.node = node;
    this.path = path;
  }
}
