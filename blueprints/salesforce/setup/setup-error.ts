/** Why the set-up ended: what, why, and one sentence about what to do. */
export class SetupError extends Error {
  /** One sentence a person can follow. */
  readonly fix: string;

  constructor(message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SetupError';
    this.fix = fix;
  }
}
