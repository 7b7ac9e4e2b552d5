import { messageProblems } from './block-kit/find-message-problems.ts';
import { structured } from './input.ts';
import type { MethodCall } from './method.ts';
import { explainedRefusal, Refusal } from './refusal.ts';
import { findMessage, type Workspace } from './workspace.ts';

/** How one method differs in what it refuses. */
export interface MessageRules {
  /** Whether text over 4,000 characters is refused rather than split. */
  readonly refuseLongText: boolean;
  /** Whether a message without any content is refused. */
  readonly needsContent: boolean;
}

/** Throws Slack's refusal of a message's text, blocks, attachments or metadata, with every problem of that kind. */
export function checkMessage({ input }: Pick<MethodCall, 'input'>, rules: MessageRules): void {
  const problems = messageProblems({
    text: input.text,
    markdown_text: input.markdown_text,
    blocks: structured(input, 'blocks', 'invalid_blocks_format'),
    attachments: structured(input, 'attachments', 'invalid_attachments'),
    metadata: structured(input, 'metadata', 'invalid_metadata_format'),
  }).filter(
    ({ code, text }) =>
      (code !== 'no_text' || rules.needsContent) &&
      (code !== 'msg_too_long' || rules.refuseLongText || !text.endsWith('[json-pointer:/text]')),
  );
  const first = problems[0];
  if (!first) return;
  const same = problems.filter(({ code }) => code === first.code).map(({ text }) => text);
  throw explainedRefusal(first.code, same);
}

/** Throws `cannot_reply_to_message` unless `ts` is a parent message of the channel; an empty one is no reply. */
export function checkThread(workspace: Workspace, channel: string, ts: string): void {
  if (ts === '') return;
  const parent = findMessage(workspace, channel, ts);
  if (!parent || (parent.thread_ts ?? parent.ts) !== parent.ts) throw new Refusal('cannot_reply_to_message');
}
