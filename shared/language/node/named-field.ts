import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** A field of the record whose API name is an input, such as the org's own ARR field; missing when neither the input nor the fallback names one. */
export interface NamedFieldNode<T extends Type = Type> {
  readonly kind: 'named-field';
  readonly type: T;
  /** The input that holds the API name; parents are joined with dots. */
  readonly parameter: string;
  /** The path read when the input is empty. */
  readonly fallback: readonly string[];
  /** Read on the record a lookup points to, such as `Email`: a custom lookup `X__c` is followed as `X__r`, a standard one `XId` as `X`. */
  readonly suffix: readonly string[];
}

/** A field named by an input; `suffix` follows a lookup to one of its fields. */
export function namedField<T extends Type>(
  type: T,
  parameter: string,
  fallback: string,
  suffix?: string,
): Expression<T> {
  const node: NamedFieldNode = {
    kind: 'named-field',
    type,
    parameter,
    fallback: fallback === '' ? [] : fallback.split('.'),
    suffix: suffix === undefined ? [] : [suffix],
  };
  return Object.freeze(node) as Expression<T>;
}
