/** Who writes, and through which client. */
export interface Author {
  readonly userId: string;
  /** The name sent as `Sforce-Call-Options: client=…`; empty for people. */
  readonly client: string;
}
