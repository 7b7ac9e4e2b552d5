import type { ItemAtNode } from '../../language/node/item-at.ts';
import type { Node } from '../../language/node/node.ts';

/** The item of a list without which the node is missing or does not hold; undefined when there is none. */
export function itemNeeded(node: Node): ItemAtNode | undefined {
  switch (node.kind) {
    case 'item-at':
      return node;
    case 'mention':
      return itemNeeded(node.id);
    case 'exists':
    case 'escape':
    case 'truncate':
    case 'part':
    case 'trim':
      return itemNeeded(node.value);
    default:
      return undefined;
  }
}
