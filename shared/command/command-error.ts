/** Why a command ended: what, why, and one sentence about what to do. */
export class CommandError extends Error {
  /** One sentence a person can follow. */
  readonly fix: string;

  constructor(message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.fix = fix;
  }
}
