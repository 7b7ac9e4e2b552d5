import fc from 'fast-check';

const PIECES = [
  'Acme',
  "O'Brien \\",
  '"quoted"',
  '<!channel>',
  '<@U1>',
  '<https://evil.example|Click>',
  '&amp;',
  '&lt',
  '&',
  '<',
  '>',
  '|',
  '*bold* _it_ ~no~ `code`',
  '{{body}}',
  '{account}',
  '$&',
  '$1',
  '%',
  '_',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b',
  '\u202e',
  '\u200b',
  '\u00a0',
  '\ud800',
  '\udc00',
  '😀',
  '👩‍👩‍👧',
  'e\u0301',
  'Łódź',
  '株式会社',
  '—',
  '…',
  'x'.repeat(300),
];

/** Texts that have broken somebody's escaping before, put together at random. */
export const nastyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''));
