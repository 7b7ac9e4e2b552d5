/** A change event's part of the scope. */
export interface Change {
  /** What happened to the record; a created or restored one has all fields changed. */
  readonly type: 'create' | 'update' | 'delete' | 'undelete';
  /** API names as the event lists them; parts of a compound field carry its name in front (`Name.LastName`). */
  readonly fields: readonly string[];
}

/** What an expression is evaluated against. Nothing in it is changed. */
export interface Scope {
  /** A record as Salesforce's REST API answers it. */
  readonly record: Readonly<Record<string, unknown>>;
  /** The inputs of the operation by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What earlier steps of a delivery wrote down. */
  readonly notes: Readonly<Record<string, unknown>>;
  /** The answer to the call of the step at hand. */
  readonly answer: unknown;
  /** The row at hand, inside `rows`. */
  readonly item?: unknown;
  /** The change at hand, when there is one. */
  readonly change?: Change;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A name of the text table, such as `en-US`; any other counts as `en-US`. */
  readonly locale: string;
  /** 1 to 12, from the org's settings. */
  readonly fiscalYearStartMonth: number;
}
