import { describe, expect, it } from '@jest/globals';
import { findMessageProblems, type MessageParts, messageProblems } from './find-message-problems.ts';

const blocks = [{ type: 'divider' }];
const payload = (value: unknown) => ({ event_type: 'dealwire', event_payload: { key: value } });

describe('a message that goes out as it is', () => {
  it.each<[string, MessageParts]>([
    ['text alone', { text: 'x'.repeat(4000) }],
    ['blocks alone', { blocks }],
    ['Markdown alone', { markdown_text: '# x' }],
    ['text, blocks and metadata', { text: 'x', blocks, metadata: payload('room-006') }],
    ['metadata with a list of objects', { text: 'x', metadata: payload([{ a: 1, b: true }]) }],
    ['an attachment around blocks', { attachments: [{ color: '#f00', blocks }] }],
    ['metadata to be removed', { text: 'x', metadata: {} }],
  ])('has no problems: %s', (_name, message) => {
    expect(findMessageProblems(message)).toEqual([]);
  });
});

describe('a message that Slack refuses, splits or cuts', () => {
  it.each<[string, string, MessageParts, string]>([
    ['nothing in it', 'no_text', { text: '', blocks: [] }, '/text'],
    ['long text', 'msg_too_long', { text: 'x'.repeat(4001) }, '/text'],
    ['long Markdown', 'msg_too_long', { markdown_text: 'x'.repeat(12_001) }, '/markdown_text'],
    ['Markdown beside text', 'markdown_text_conflict', { markdown_text: 'x', text: 'x' }, '/markdown_text'],
    ['blocks that are no list', 'invalid_blocks_format', { blocks: { type: 'divider' } }, '/blocks'],
    ['a wrong block', 'invalid_blocks', { blocks: [{ type: 'chart' }] }, '/blocks/0'],
    [
      'a wrong block in an attachment',
      'invalid_blocks',
      { attachments: [{ blocks: [{ type: 'x' }] }] },
      '/attachments/0/blocks/0',
    ],
    [
      '101 attachments',
      'too_many_attachments',
      { attachments: Array(101).fill({ text: 'x' }) },
      '/attachments',
    ],
    ['metadata that is text', 'invalid_metadata_format', { text: 'x', metadata: 'x' }, '/metadata'],
    [
      'metadata without payload',
      'invalid_metadata_schema',
      { text: 'x', metadata: { event_type: 'a' } },
      '/metadata',
    ],
    [
      'an event type with a dash',
      'invalid_metadata_schema',
      { text: 'x', metadata: { event_type: 'deal-room', event_payload: {} } },
      '/metadata/event_type',
    ],
    [
      'a payload two levels deep',
      'invalid_metadata_schema',
      { text: 'x', metadata: payload({ a: { b: 1 } }) },
      '/metadata/event_payload/key/a',
    ],
    [
      'a payload of null',
      'invalid_metadata_schema',
      { text: 'x', metadata: payload(null) },
      '/metadata/event_payload/key',
    ],
    ['large metadata', 'metadata_too_large', { text: 'x', metadata: payload('x'.repeat(1024)) }, '/metadata'],
  ])('is told by code and place: %s', (_name, code, message, pointer) => {
    const problems = messageProblems(message);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.text).toMatch(/^\[ERROR\] .+ \[json-pointer:.+\]$/);
    expect(problems[0]?.text).toContain(`[json-pointer:${pointer}]`);
  });

  it('counts the text of all blocks together', () => {
    const sections = Array.from({ length: 5 }, () => ({
      type: 'section',
      text: { type: 'plain_text', text: 'x'.repeat(3000) },
    }));
    expect(messageProblems({ blocks: sections }).map(({ code }) => code)).toEqual(['msg_blocks_too_long']);
  });
});
