import type { Template } from '../../../shared/language/index.ts';

/** A tree in one readable line: fields by path, inputs in braces, constants as JSON, anything else as a call. */
export function describe(tree: unknown): string {
  if (typeof tree !== 'object' || tree === null) return JSON.stringify(tree) ?? 'nothing';
  if (isPath(tree)) return tree.join('.');
  if (Array.isArray(tree)) return `[${tree.map(describe).join(', ')}]`;
  const { kind, type: _, ...parts } = tree as { readonly kind?: string; readonly type?: string };
  const { path, name, value } = tree as {
    readonly path?: readonly string[];
    readonly name?: string;
    readonly value?: Template;
  };
  if (kind === undefined)
    return `{ ${Object.entries(tree)
      .map(([key, part]) => `${key}: ${describe(part)}`)
      .join(', ')} }`;
  if (kind === 'field') return path?.join('.') ?? kind;
  if (kind === 'item-field') return `row.${path?.join('.')}`;
  if (kind === 'parameter') return `{${name}}`;
  if (kind === 'note' || kind === 'answer')
    return `${kind}.${[name, ...(path ?? [])].filter(Boolean).join('.')}`;
  if (kind === 'literal') return JSON.stringify(value);
  const given = Object.entries(parts).filter(
    ([, part]) => part !== undefined && part !== '' && !isEmpty(part),
  );
  return `${kind}(${given.map(([key, part]) => (isTree(part) ? describe(part) : `${key}: ${describe(part)}`)).join(', ')})`;
}

/** A field path, which stands in a tree as its names. */
function isPath(part: unknown): part is readonly string[] {
  return (
    Array.isArray(part) &&
    part.length > 0 &&
    part.every((name) => typeof name === 'string' && /^\w+$/.test(name))
  );
}

function isTree(part: unknown): boolean {
  return typeof part === 'object' && part !== null;
}

function isEmpty(part: unknown): boolean {
  return Array.isArray(part) && part.length === 0;
}
