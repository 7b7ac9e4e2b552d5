import type { Piece } from './piece.ts';
import { quote } from './quote.ts';

/** A JSON value as Make's code holds it, with expressions inside its texts. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON with pieces as leaves. */
export type Tree =
  | Piece
  | string
  | number
  | boolean
  | null
  | readonly Tree[]
  | { readonly [key: string]: Tree };

/** Prints a tree; a text that IML would read as an expression becomes one that yields it. */
export function printTree(tree: Tree): Json {
  if (typeof tree === 'string') return /\{\{|\}\}/.test(tree) ? `{{${quote(tree)}}}` : tree;
  if (typeof tree !== 'object' || tree === null) return tree;
  if (isPiece(tree)) return `{{${tree.text}}}`;
  if (Array.isArray(tree)) return tree.map(printTree);
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, printTree(value)]));
}

/** How many steps must have run before a tree can be evaluated. */
export function depthOf(tree: Tree): number {
  if (typeof tree !== 'object' || tree === null) return 0;
  if (isPiece(tree)) return tree.depth;
  return Math.max(0, ...Object.values(tree).map((child: Tree) => depthOf(child)));
}

/** Whether a piece of the tree is a guess. */
export function hasGuess(tree: Tree): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  return isPiece(tree) ? tree.isGuess : Object.values(tree).some((child: Tree) => hasGuess(child));
}

/** Whether the tree holds no piece. */
export function isConstant(tree: Tree): boolean {
  if (typeof tree !== 'object' || tree === null) return true;
  return !isPiece(tree) && Object.values(tree).every(isConstant);
}

/** The tree with its pieces changed; pieces that are short stay. */
export function mapPieces(tree: Tree, change: (piece: Piece) => Piece): Tree {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (isPiece(tree)) return tree.isShort ? tree : change(tree);
  if (Array.isArray(tree)) return tree.map((item) => mapPieces(item, change));
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, mapPieces(value, change)]));
}

function isPiece(tree: object): tree is Piece {
  return 'isShort' in tree && typeof tree.isShort === 'boolean';
}
