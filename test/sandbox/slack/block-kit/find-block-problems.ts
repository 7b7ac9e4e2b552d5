import { messageBlocks } from './block-rules.ts';
import { checkRule } from './check-rule.ts';
import { messageRules } from './message-rules.ts';

/**
 * What Slack would refuse in a message's blocks, each as `[ERROR] must be less than 151 characters
 * [json-pointer:/blocks/0/text/text]`; empty when the blocks are fine. Lengths count UTF-16 units.
 */
export const findBlockProblems = (blocks: readonly unknown[], pointer = '/blocks'): readonly string[] =>
  [...checkRule(blocks, messageBlocks, pointer), ...messageRules(blocks, pointer)].map(
    ({ text, pointer: at }) => `[ERROR] ${text} [json-pointer:${at}]`,
  );
