import { findBlockProblems } from './find-block-problems.ts';
import { LIMITS } from './limits.ts';
import { textLength } from './message-rules.ts';
import { metadataProblems } from './metadata.ts';

/** The parts of a message that have limits, as chat.postMessage takes them. */
export interface MessageParts {
  readonly text?: unknown;
  readonly markdown_text?: unknown;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
  readonly metadata?: unknown;
}

/** One reason for refusing a message: Slack's error code and its explanation. */
export interface MessageProblem {
  readonly code: string;
  readonly text: string;
}

const error = (code: string, words: string, pointer: string): MessageProblem => ({
  code,
  text: `[ERROR] ${words} [json-pointer:${pointer}]`,
});

const isListOfObjects = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null);

function blockProblems(blocks: unknown, pointer: string): readonly MessageProblem[] {
  if (blocks === undefined) return [];
  if (!isListOfObjects(blocks)) return [error('invalid_blocks_format', 'must be a list of blocks', pointer)];
  return [
    ...findBlockProblems(blocks, pointer).map((text) => ({ code: 'invalid_blocks', text })),
    ...(textLength(blocks) > LIMITS.blockText
      ? [
          error(
            'msg_blocks_too_long',
            `blocks must hold less than ${LIMITS.blockText + 1} characters`,
            pointer,
          ),
        ]
      : []),
  ];
}

function attachmentProblems(attachments: unknown): readonly MessageProblem[] {
  if (attachments === undefined) return [];
  if (!isListOfObjects(attachments))
    return [error('invalid_attachments', 'must be a list of attachments', '/attachments')];
  return [
    ...(attachments.length > LIMITS.attachments
      ? [error('too_many_attachments', `no more than ${LIMITS.attachments} items allowed`, '/attachments')]
      : []),
    ...attachments.flatMap(({ blocks }, index) => blockProblems(blocks, `/attachments/${index}/blocks`)),
  ];
}

function markdownProblems({ markdown_text, text, blocks }: MessageParts): readonly MessageProblem[] {
  if (markdown_text === undefined) return [];
  return [
    ...(text !== undefined || blocks !== undefined
      ? [error('markdown_text_conflict', 'goes with neither text nor blocks', '/markdown_text')]
      : []),
    ...(String(markdown_text).length > LIMITS.markdownText
      ? [error('msg_too_long', `must be less than ${LIMITS.markdownText + 1} characters`, '/markdown_text')]
      : []),
  ];
}

function textProblems({ text }: MessageParts): readonly MessageProblem[] {
  if (text === undefined) return [];
  if (typeof text !== 'string') return [error('invalid_arguments', 'must be a string', '/text')];
  return text.length > LIMITS.text
    ? [error('msg_too_long', `must be less than ${LIMITS.text + 1} characters`, '/text')]
    : [];
}

const isEmpty = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function emptiness({ text, markdown_text, blocks, attachments }: MessageParts): readonly MessageProblem[] {
  return [text, markdown_text, blocks, attachments].every(isEmpty)
    ? [error('no_text', 'a message needs text, blocks or attachments', '/text')]
    : [];
}

/** Everything wrong with a message, with Slack's error codes, most decisive first. */
export const messageProblems = (message: MessageParts): readonly MessageProblem[] => [
  ...emptiness(message),
  ...markdownProblems(message),
  ...blockProblems(message.blocks, '/blocks'),
  ...attachmentProblems(message.attachments),
  ...metadataProblems(message.metadata),
  ...textProblems(message),
];

/**
 * What Slack would refuse, split or cut in a message, in words with JSON pointers; empty when it goes out as it is.
 * Text over 4,000 characters counts: Slack splits it when posted and refuses it when updated.
 */
export const findMessageProblems = (message: MessageParts): readonly string[] =>
  messageProblems(message).map(({ text }) => text);
