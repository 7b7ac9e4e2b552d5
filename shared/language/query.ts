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
  readonly by: Expression;
  readonly direction: 'ascending' | 'descending';
}

/** A read of one object. Sorting is always Salesforce's. */
export interface Query {
  readonly from: string;
  readonly select: readonly Expression[];
  readonly children?: readonly ChildQuery[];
  readonly where?: Condition;
  readonly orderBy?: readonly Order[];
  readonly limit?: number;
}
