import { ImlError } from '../error.ts';
import { refuse } from '../refuse.ts';
import { define, optional, refused } from './define.ts';
import { bytes, flag, forcedText, oneOf, text } from './parameter.ts';

/** Changing how a text is written: URLs, HTML, Markdown, ASCII, Base64. */
export const ENCODE = [
  define('encodeURL', [text('text')], (_, value) =>
    attempt(() => encodeURIComponent(value), 'encodeURL: a lone surrogate'),
  ),
  define('decodeURL', [text('text')], (_, value) =>
    attempt(() => decodeURIComponent(value), 'decodeURL: a malformed %'),
  ),
  define('escapeHTML', [text('text')], (_, value) =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ),
  define('stripHTML', [text('text')], (_, value) => stripHtml(value)),
  define('escapeMarkdown', [text('text')], (_, value) =>
    /^[A-Za-z0-9 ]*$/.test(value) ? value : refuse('escape-markdown', value),
  ),
  define('ascii', [text('text'), optional(flag('remove diacritics'))], (_, value, removeDiacritics) =>
    removeDiacritics ? withoutDiacritics(value) : value.replace(/[^\0-\x7f]/g, ''),
  ),
  define('replaceEmojiCharacters', [text('text'), forcedText('replacement')], (_, value) =>
    /[^\0-\x7f]/.test(value) && /(?![#*0-9\u00a9\u00ae])[\p{Emoji}\p{Emoji_Component}]/u.test(value)
      ? refuse('emoji', value)
      : value,
  ),
  define('base64', [bytes('text or buffer')], (_, value) => toBytes(value).toString('base64')),
  refused('base64url', 'base64url'),
  define('toBinary', [text('text'), optional(oneOf('encoding', ['base64']))], (_, value, encoding) =>
    encoding === undefined ? toBytes(value) : fromBase64(value),
  ),
];

/** The bytes of a buffer, or of a text of ASCII characters: no documented encoding covers others. */
export function toBytes(value: string | Uint8Array): Buffer {
  if (typeof value === 'string' && /[^\0-\x7f]/.test(value)) return refuse('non-ascii-bytes', value);
  return Buffer.from(value as Uint8Array);
}

function fromBase64(value: string): Buffer {
  const decoded = Buffer.from(value, 'base64');
  return decoded.toString('base64') === value ? decoded : refuse('malformed-base64', value);
}

function attempt(change: () => string, failure: string): string {
  try {
    return change();
  } catch {
    throw new ImlError(`${failure} cannot be encoded. Remove it first.`);
  }
}

function withoutDiacritics(value: string): string {
  const plain = value.normalize('NFD').replace(/\p{Mn}/gu, '');
  return /[^\0-\x7f]/.test(plain) ? refuse('diacritics', value) : plain;
}

const INLINE = /<\/?(a|b|i|u|s|em|strong|span|code|small)( [^<>&]*)?>/gi;

function stripHtml(value: string): string {
  const stripped = value
    .replace(/<(style|script)>[^<>&]*<\/\1>/gi, '')
    .replace(/<br ?\/?>/gi, '\n')
    .replace(INLINE, '');
  return /[<>&]/.test(stripped) ? refuse('strip-html', value) : stripped;
}
