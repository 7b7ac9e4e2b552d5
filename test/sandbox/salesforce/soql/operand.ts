import type { FieldType, Value } from '../schema/type.ts';

/** Something a condition compares, an order sorts by, or a select shows. */
export interface Operand<Item> {
  /** As written, for messages. */
  readonly name: string;
  readonly type: FieldType;
  readonly caseSensitive: boolean;
  readonly read: (item: Item) => Value;
}
