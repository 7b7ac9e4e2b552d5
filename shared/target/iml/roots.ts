/** Where the scopes of the language are found in a module's IML, as paths such as `temp.record`. */
export interface Roots {
  readonly record: string;
  readonly parameters: string;
  /** The object whose entries are the notes, such as `temp`. */
  readonly notes: string;
  readonly answer: string;
  /** The headers of the answer. */
  readonly headers: string;
  /** A date. */
  readonly now: string;
  /** A text such as `en-US`. */
  readonly locale: string;
  /** A number from 1 to 12. */
  readonly fiscalYearStartMonth: string;
  /**
   * Starts the names of everything that is put into `temp`. Each call of a compile function in one module needs its own,
   * since `temp` is merged and never cleared.
   */
  readonly prefix: string;
}

/** The scopes where a module keeps them. */
export function rootsIn(prefix: string, others: Partial<Roots> = {}): Roots {
  return Object.freeze({
    record: 'temp.record',
    parameters: 'parameters',
    notes: 'temp',
    answer: 'body',
    headers: 'headers',
    now: 'now',
    locale: 'parameters.locale',
    fiscalYearStartMonth: 'temp.fiscalYearStartMonth',
    prefix,
    ...others,
  });
}
