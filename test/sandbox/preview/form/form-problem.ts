/** Something that keeps a form from being run. */
export class FormProblem extends Error {
  override readonly name = 'FormProblem';
  /** The name of the field in the form; empty when it is about the whole. */
  readonly field: string;
  /** What to do about it. */
  readonly fix: string;
  /** Where in a text; both count from 1. */
  readonly place: { readonly line: number; readonly column: number } | undefined;

  constructor(
    field: string,
    message: string,
    fix: string,
    place?: { readonly line: number; readonly column: number },
  ) {
    super(message);
    this.field = field;
    this.fix = fix;
    this.place = place;
  }
}
