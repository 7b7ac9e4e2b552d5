import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** An input of the operation; missing when it was left empty. */
export interface ParameterNode<T extends Type = Type> {
  readonly kind: 'parameter';
  readonly type: T;
  readonly name: string;
}

/** Declares the inputs of an operation; a name that was not declared does not compile. */
export function parametersOf<const P extends { readonly [name: string]: Type }>(
  types: P,
): <const N extends keyof P & string>(name: N) => Expression<P[N]> {
  return (name) => Object.freeze({ kind: 'parameter', type: types[name], name }) as never;
}
