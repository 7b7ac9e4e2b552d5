import { NotExpressibleError } from '../../error.ts';
import type { Condition, Expression, Node } from '../../language/node/node.ts';
import { visit } from '../../language/visitor.ts';
import { constant, EMPTY, iml, known, name, type Piece, total } from './piece.ts';
import type { Roots } from './roots.ts';
import { depthOf, hasGuess, isConstant, type Json, mapPieces, printTree, type Tree } from './tree.ts';
import { visitor } from './visitor.ts';

/** What a node's printer works with. */
export interface Place {
  readonly roots: Roots;
  /** The row at hand, inside `rows`. */
  readonly item: Piece | undefined;
  /** Prints a child, found under `key`. */
  readonly print: (child: Node, key: string) => Piece;
  /** Prints a child as text that is never null: numbers and booleans as JSON writes them, nothing as `missing` or empty. */
  readonly text: (child: Expression, key: string, missing?: string) => Piece;
  /** Prints a child that is true or false, and nothing else. */
  readonly truth: (child: Condition, key: string) => Piece;
  /** Puts a value into `temp`, so that it can be printed more than once or be indexed. */
  readonly hold: (value: Piece) => Piece;
  /** Whether the tree holds a node, or one alike, more than once. */
  readonly isRepeated: (node: Node) => boolean;
  /** Puts a JSON value into `temp`. */
  readonly holdTree: (tree: Tree) => Piece;
  /** As `hold` and `holdTree`, for what depends on no value and so needs no guard. */
  readonly holdAlways: (tree: Tree) => Piece;
  /**
   * The place of something that counts only under a condition. `temp` is filled whatever holds, so what is put there is
   * guarded: outside the condition a value may be of another type.
   */
  readonly under: (condition: Piece) => Place;
  /** The place with a row at hand. */
  readonly inItem: (item: Piece) => Place;
  readonly refuse: (node: Node, reason: string, instead: string) => never;
}

/** Characters above which an expression that is used twice is shorter when it is put aside. */
const LONG = 60;

/** Assignments to `temp`; those of one step cannot see each other. */
export type Step = Readonly<Record<string, Json>>;

/**
 * The place of a tree's root, with the steps that printing adds to. `inline` prints what would be put aside where it is
 * used, however often, so that only constants need `temp`; it refuses lists, which cannot be said without. What the tree
 * repeats is put aside when it is long.
 */
export function placeAtRoot(
  roots: Roots,
  inline: boolean,
  isRepeated: (node: Node) => boolean = () => false,
): {
  readonly place: Place;
  readonly steps: Record<string, Json>[];
} {
  const steps: Record<string, Json>[] = [];
  const held = new Map<string, Piece>();
  const store = (tree: Tree, presence: Piece['presence'], isGuess: boolean): Piece => {
    const value = printTree(tree);
    const key = JSON.stringify(value);
    const found = held.get(key);
    if (found !== undefined) return found;
    const depth = depthOf(tree);
    const entry = `${roots.prefix}${held.size + 1}`;
    while (steps.length <= depth) steps.push({});
    Object.assign(steps[depth] ?? {}, { [entry]: value });
    const piece = { ...name(`temp.${entry}`, presence, depth + 1), isGuess };
    held.set(key, piece);
    return piece;
  };
  const at = (path: string, item: Piece | undefined, guard: (() => Piece) | undefined): Place => {
    const print: Place['print'] = (child, key) => {
      const segment = join(path, key);
      const piece = visit(visitor, child, at(segment, item, guard), segment);
      return piece.text.length > LONG && isRepeated(child) ? here.hold(piece) : piece;
    };
    const guarded = (piece: Piece) =>
      guard === undefined || !piece.isGuess ? piece : iml`if(${guard()}, ${piece}, ${EMPTY})`;
    const here: Place = {
      roots,
      item,
      print,
      isRepeated,
      text: (child, key, missing = '') => textOf(child, print(child, key), constant(missing)),
      truth: (child, key) => truthOf(print(child, key)),
      hold: (value) =>
        value.isShort || inline ? value : store(guarded(value), value.presence, value.isGuess),
      holdTree: (tree) => {
        if (inline && !isConstant(tree))
          throw new NotExpressibleError('iml', 'list', path, 'it needs steps of its own', 'Note it earlier.');
        return store(mapPieces(tree, guarded), 'there', hasGuess(tree));
      },
      holdAlways: (tree) => store(tree, 'there', false),
      under: (condition) => {
        const both = () => (guard === undefined ? condition : iml`if(${guard()}, ${condition}, false)`);
        return at(path, item, () => store(both(), 'there', false));
      },
      inItem: (row) => at(path, row, guard),
      refuse: (node, reason, instead) => {
        throw new NotExpressibleError('iml', node.kind, path, reason, instead);
      },
    };
    return here;
  };
  return { place: at('', undefined, undefined), steps };
}

function join(path: string, key: string): string {
  if (path === '' || key === '') return path + key;
  return key.startsWith('[') ? path + key : `${path}.${key}`;
}

/** Kinds whose value comes from outside under a name that is only known at run time, so that its type is a guess. */
const GUESSED: ReadonlySet<Node['kind']> = new Set([
  'named-field',
  'child-field',
  'property',
  'item-at',
  'answer',
  'note',
]);

function textOf(node: Expression, piece: Piece, missing: Piece): Piece {
  const isText = node.type === 'text' && !GUESSED.has(node.kind);
  const isSure = isText || node.type === 'date' || node.type === 'instant';
  const isThere = piece.presence === 'there';
  const filled = isThere || (isSure && missing === EMPTY) ? total(piece) : iml`ifempty(${piece}, ${missing})`;
  if (isSure) return filled;
  return known(iml`toString(${filled})`, isThere ? 'there' : missing.presence);
}

function truthOf(piece: Piece): Piece {
  return piece.presence === 'there' ? piece : known(iml`if(${piece}, true, false)`, 'there');
}
