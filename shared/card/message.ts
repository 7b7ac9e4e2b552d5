import { InvalidTreeError } from '../language/invalid-tree-error.ts';
import { lift, type Operand } from '../language/lift.ts';
import type { EachNode } from '../language/node/each.ts';
import type { Block } from './block.ts';
import { limit } from './limit.ts';
import { bounded } from './text.ts';
import { textTraits } from './text-traits.ts';

/** A block, or a block for each row of a list. */
export type CardBlock = Block | EachNode;

/** A card as Slack takes it: blocks, and the text for notifications, screen readers and clients that show no blocks. */
export interface Message {
  readonly text: Operand<'text'>;
  readonly blocks: readonly CardBlock[];
}

/**
 * A message that Slack cannot refuse for its size: at most 50 blocks, 12,000 characters in them, 3,900 in the text,
 * whatever the record. Throws InvalidTreeError when that is not certain.
 */
export function message(text: Operand<'text'>, blocks: readonly CardBlock[]): Message {
  const most = blocks.reduce((sum, block) => sum + ('kind' in block ? block.limit : 1), 0);
  if (most === 0 || most > limit.blocks)
    throw new InvalidTreeError('message', 'blocks', `it has ${most} blocks, not 1 to ${limit.blocks}`);
  const longest = blocks.reduce((total, block, at) => total + longestText(block, `blocks[${at}]`), 0);
  if (longest > limit.blockText)
    throw new InvalidTreeError(
      'message',
      'blocks',
      `their texts may have ${longest} characters, more than ${limit.blockText}; cut some shorter`,
    );
  if (!textTraits(lift('text', text), 'text').escaped)
    throw new InvalidTreeError(
      'message',
      'text',
      'it holds text of a record or an input that is not escaped',
    );
  return { text: bounded(text, limit.messageText, 'text'), blocks };
}

/** The most characters the texts of a block can have together. */
function longestText(part: unknown, path: string): number {
  if (typeof part !== 'object' || part === null) return 0;
  if ('kind' in part && part.kind === 'each') {
    const { item, limit } = part as EachNode;
    return limit * longestText(item, `${path}.item`);
  }
  if ('type' in part && 'text' in part && (part.type === 'mrkdwn' || part.type === 'plain_text'))
    return textTraits(lift('text', part.text as Operand<'text'>), path).longest;
  return Object.entries(part).reduce(
    (total, [key, inner]) => total + longestText(inner, `${path}.${key}`),
    0,
  );
}
