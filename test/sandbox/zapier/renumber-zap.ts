import type { Zap, ZapNode } from './zap-export.ts';

/** Numbers the steps from `first` on in the order they run in, as an export does; mappings and filters follow. */
export function renumber(zap: Zap, first: number): Zap {
  const order = inOrder(Object.values(zap.nodes), null);
  const ids = new Map(order.map(({ id }, index) => [id, first + index] as const));
  const nodes = order.map((node) => {
    const id = ids.get(node.id) ?? node.id;
    const renumbered: ZapNode = {
      ...node,
      id,
      parent_id: renumberId(node.parent_id, ids),
      root_id: renumberId(node.root_id, ids),
      params: renumberTexts(node.params, ids) as ZapNode['params'],
    };
    return [String(id), renumbered] as const;
  });
  return { ...zap, id: first, nodes: Object.fromEntries(nodes) };
}

function inOrder(nodes: readonly ZapNode[], parent: number | null): readonly ZapNode[] {
  return nodes
    .filter(({ parent_id }) => parent_id === parent)
    .flatMap((node) => [node, ...inOrder(nodes, node.id)]);
}

function renumberId(id: number | null, ids: ReadonlyMap<number, number>): number | null {
  return id === null ? null : (ids.get(id) ?? id);
}

/** Mappings stand in any text, the keys of filters without braces. */
function renumberTexts(value: unknown, ids: ReadonlyMap<number, number>, name = ''): unknown {
  if (typeof value === 'string') {
    const reference = name === 'key' ? /^(\d+)(?=__)/ : /(?<=\{\{)(\d+)(?=__)/g;
    return value.replace(reference, (id) => String(ids.get(Number(id)) ?? id));
  }
  if (Array.isArray(value)) return value.map((item) => renumberTexts(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, renumberTexts(member, ids, key)]),
  );
}
