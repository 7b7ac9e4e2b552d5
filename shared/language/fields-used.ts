import type { FieldNode } from './node/field.ts';
import type { ItemFieldNode } from './node/item-field.ts';
import type { NamedFieldNode } from './node/named-field.ts';
import type { Expression, Node } from './node/node.ts';
import type { Template } from './template.ts';
import { walk } from './walk.ts';

/** What expressions read of a record. */
export interface FieldsUsed {
  /** Fields and named fields, each path once, in order of first use. */
  readonly fields: readonly Expression[];
  /** The fields of the rows of each child relationship; empty for one of which only the count matters. */
  readonly children: Readonly<Record<string, readonly Expression[]>>;
}

/** What the expressions of a template read of the record, so that a card makes its own SELECT. */
export function fieldsUsed(template: Template): FieldsUsed {
  const fields = new Map<string, Expression>();
  const children: Record<string, Map<string, Expression>> = {};
  walk(template, 'template', (node) => {
    if (node.kind === 'query-text') return 'skip';
    if (node.kind === 'child-field')
      childrenOf(children, node.relationship).set(node.path.join('.'), {
        kind: 'field',
        type: node.type,
        path: node.path,
      } as Expression);
    for (const read of readsOf(node))
      if (read.kind === 'field' && read.type === 'list') childrenOf(children, read.path.join('.'));
      else fields.set(keyOf(read), read as Expression);
    if ((node.kind === 'rows' || node.kind === 'each') && node.list.kind === 'field')
      for (const item of itemFields(node.kind === 'rows' ? node.row : node.item))
        childrenOf(children, node.list.path.join('.')).set(keyOf(item), item as Expression);
    return undefined;
  });
  return {
    fields: [...fields.values()],
    children: Object.fromEntries(Object.entries(children).map(([name, used]) => [name, [...used.values()]])),
  };
}

type Read = FieldNode | NamedFieldNode | ItemFieldNode;

function readsOf(node: Node): readonly Read[] {
  const read = (type: FieldNode['type'], path: readonly string[]): Read => ({ kind: 'field', type, path });
  if (node.kind === 'field' || node.kind === 'named-field') return [node];
  if (node.kind === 'entered') {
    const dates = [
      ...(node.changedAt.length > 0 ? [read('instant', node.changedAt)] : []),
      read('instant', ['CreatedDate']),
    ];
    return [read('text', node.path), ...(node.since || node.until ? dates : [])];
  }
  return [];
}

function childrenOf(
  children: Record<string, Map<string, Expression>>,
  name: string,
): Map<string, Expression> {
  children[name] ??= new Map();
  return children[name];
}

/** The fields of a row, said as fields of the child object. */
function itemFields(row: Template): readonly Read[] {
  const found: Read[] = [];
  walk(row, 'row', (node) => {
    if (node.kind === 'item-field') found.push({ kind: 'field', type: node.type, path: node.path });
  });
  return found;
}

function keyOf(read: Read): string {
  return read.kind === 'named-field'
    ? `${read.parameter}:${read.fallback.join('.')}:${read.suffix.join('.')}`
    : read.path.join('.');
}
