import { LIMITS } from './limits.ts';
import { choice, flag, integer, list, number, object, type Rule, string, typed, union } from './rule.ts';

const style = object({
  bold: flag,
  italic: flag,
  strike: flag,
  code: flag,
  underline: flag,
  highlight: flag,
  client_highlight: flag,
  unlink: flag,
});

const piece = (type: string, fields: Readonly<Record<string, Rule>>) => typed(type, { ...fields, style });

const text = piece('text', { 'text*': string() });
const link = piece('link', { 'url*': string(LIMITS.url), text: string(), unsafe: flag });
const pieces = union([
  text,
  link,
  piece('broadcast', { 'range*': choice('here', 'channel', 'everyone') }),
  piece('channel', { 'channel_id*': string() }),
  piece('color', { 'value*': string() }),
  piece('date', {
    'timestamp*': number(),
    'format*': string(),
    url: string(),
    fallback: string(),
  }),
  piece('emoji', { 'name*': string(), unicode: string(), url: string() }),
  piece('team', { 'team_id*': string() }),
  piece('user', { 'user_id*': string() }),
  piece('usergroup', { 'usergroup_id*': string() }),
]);

const border = { border: integer(0, 1) };
const section = typed('rich_text_section', { 'elements*': list(pieces, undefined, 0) });

/** A rich_text block. */
export const richText = typed('rich_text', {
  block_id: string(LIMITS.blockId),
  'elements*': list(
    union([
      section,
      typed('rich_text_list', {
        ...border,
        'elements*': list(section),
        'style*': choice('bullet', 'ordered'),
        indent: integer(0, 8),
        offset: number(),
      }),
      typed('rich_text_quote', { ...border, 'elements*': list(pieces, undefined, 0) }),
      typed('rich_text_preformatted', {
        ...border,
        'elements*': list(union([text, link]), undefined, 0),
        language: string(),
      }),
    ]),
  ),
});
