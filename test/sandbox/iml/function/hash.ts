import { createHash, createHmac } from 'node:crypto';
import { refuse } from '../refuse.ts';
import { define, optional } from './define.ts';
import { toBytes } from './encode.ts';
import { bytes, filledText, oneOf } from './parameter.ts';

/** Hashes, and HMACs when a key is given. */
export const HASH = [
  define('md5', [bytes('text')], (_, value) => createHash('md5').update(toBytes(value)).digest('hex')),
  ...(['sha1', 'sha256', 'sha512'] as const).map((algorithm) =>
    define(
      algorithm,
      [
        bytes('text'),
        optional(oneOf('encoding', ['hex', 'base64', 'latin1'])),
        optional(filledText('key')),
        optional(oneOf('key encoding', ['text', 'hex', 'base64', 'binary'])),
      ],
      (_, value, encoding = 'hex', key, keyEncoding = 'text') => {
        const hash =
          key === undefined ? createHash(algorithm) : createHmac(algorithm, keyBytes(key, keyEncoding));
        return hash.update(toBytes(value)).digest().toString(encoding);
      },
    ),
  ),
];

function keyBytes(key: string, encoding: 'text' | 'hex' | 'base64' | 'binary'): Buffer {
  if (encoding === 'text') return toBytes(key);
  const bytes = Buffer.from(key, encoding);
  return bytes.toString(encoding) === key ? bytes : refuse('malformed-base64', 'the key');
}
