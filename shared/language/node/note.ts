import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** Something an earlier step of a delivery wrote down; missing when it did not. */
export interface NoteNode<T extends Type = Type> {
  readonly kind: 'note';
  readonly type: T;
  readonly name: string;
  /** Path inside the note, empty for the note itself. */
  readonly path: readonly string[];
}

/** What an earlier step noted under a name; dots lead into it. */
export function note<T extends Type>(type: T, path: string): Expression<T> {
  const [name = '', ...rest] = path.split('.');
  return Object.freeze({ kind: 'note', type, name, path: Object.freeze(rest) }) as NoteNode as Expression<T>;
}
