import type { Condition, Expression } from './node/node.ts';

/** The rows of a child relationship, read with their parent. */
export interface ChildQuery {
  readonly relationship: string;
  readonly select: readonly Expression[];
  readonly where?: Condition;
  readonly orderBy?: readonly Order[];
  readonly limit?: number;
}

/** One key of the order of rows; empty values come last. */
export interface Order {
  readonly by: Expression | Aggregate;
  readonly direction: 'ascending' | 'descending';
}

/** A field whose equal values make one row; `as` names it in the row. */
export interface Group {
  readonly by: Expression;
  readonly as: string;
}

/** A figure worked out by Salesforce over the rows of a group; sums of money are in the corporate currency. */
export interface Aggregate {
  readonly figure: 'count' | 'sum' | 'min' | 'max';
  readonly of: Expression;
  /** Names it in the row. */
  readonly as: string;
}

/** A read of one object. Sorting is always Salesforce's. */
export interface Query {
  /** An API name, or an expression that yields one. */
  readonly from: string | Expression<'text'>;
  /** Fields of each row; empty in a query of groups and figures. */
  readonly select: readonly Expression[];
  readonly children?: readonly ChildQuery[];
  readonly groupBy?: readonly Group[];
  /** With `groupBy` one row a group, else one row in all. */
  readonly aggregates?: readonly Aggregate[];
  readonly where?: Condition;
  readonly orderBy?: readonly Order[];
  /** A count of rows from 1, or an expression that yields one. */
  readonly limit?: number | Expression<'number'>;
}
