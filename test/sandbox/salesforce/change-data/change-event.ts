/** What a change event can be about. */
export type ChangeType =
  | 'CREATE'
  | 'UPDATE'
  | 'DELETE'
  | 'UNDELETE'
  | 'GAP_CREATE'
  | 'GAP_UPDATE'
  | 'GAP_DELETE'
  | 'GAP_UNDELETE'
  | 'GAP_OVERFLOW';

/** The header of a change event; `commitNumber` does not fit a JavaScript number. */
export interface ChangeEventHeader {
  readonly entityName: string;
  /** Several where one transaction changed records alike; `001*` or zeros where Salesforce does not tell. */
  readonly recordIds: readonly string[];
  readonly changeType: ChangeType;
  readonly changeOrigin: string;
  readonly transactionKey: string;
  readonly sequenceNumber: number;
  /** Epoch milliseconds. */
  readonly commitTimestamp: number;
  readonly commitNumber: bigint;
  readonly commitUser: string;
  readonly nulledFields: readonly string[];
  readonly diffFields: readonly string[];
  /** Parts of compound fields are dotted: `Name.LastName`. */
  readonly changedFields: readonly string[];
}

/** A Change Data Capture event as a CometD client of its object's channel receives it. */
export interface ChangeEvent {
  readonly channel: string;
  readonly data: {
    readonly schema: string;
    readonly payload: {
      readonly ChangeEventHeader: ChangeEventHeader;
      readonly [field: string]: unknown;
    };
    readonly event: { readonly replayId: number };
  };
}
