import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  concat,
  dateToken,
  escaped,
  field,
  link,
  mention,
  money,
  parametersOf,
  truncate,
} from '../../../../shared/language/index.ts';
import { compileValue } from '../../../../shared/target/js/compile.ts';
import { wellFormed } from '../../../../shared/target/well-formed.ts';
import { printCount } from '../../../injection/print-count.ts';
import { nastyText } from '../nasty-text.ts';
import { scopeOf } from '../scope.ts';

printCount('mrkdwn');

const text = field('text', 'text');
const input = parametersOf({ currency: 'text', url: 'text' });

/** What Slack would read as markup: a link, a mention, a command or a date. */
const MARKUP = /<[^>]*>/g;

function printed(expression: Parameters<typeof compileValue>[0], value: unknown, parameters = {}): string {
  return String(compileValue(expression)(scopeOf({ record: { text: value }, parameters })) ?? '');
}

test.each([
  '<!channel>',
  '<!here|x>',
  '<@U1>',
  '<#C1>',
  '<https://evil.example|Click>',
  '&lt;!channel&gt;',
  '<!date^1^{date}|x>',
  'a<b',
  '>',
])('A record called %j is shown as it is called', (name) => {
  const shown = printed(escaped(text), name);
  expect(shown).not.toMatch(/[<>]/);
  expect(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(name);
});

test('No text makes markup of its own, escaped and cut anywhere', () => {
  fc.assert(
    fc.property(nastyText, fc.integer({ min: 1, max: 60 }), (value, most) => {
      const shown = printed(truncate(escaped(text), most), value);
      expect(shown.length).toBeLessThanOrEqual(most);
      expect(shown).not.toMatch(/[<>]/);
      expect(shown).not.toMatch(/&(?!amp;|lt;|gt;)/);
      if (wellFormed(value) === value) expect(wellFormed(shown)).toBe(shown);
    }),
    { seed: 20_261_120, numRuns: 1000 },
  );
});

test('No address and no label breaks out of a link', () => {
  fc.assert(
    fc.property(nastyText, nastyText, (url, label) => {
      const shown = printed(link(input('url'), text), label, { url: `https://x/${url}` });
      expect(shown.match(MARKUP)).toHaveLength(1);
      expect(shown.startsWith('<https://x/')).toBe(true);
      expect(shown.endsWith('>')).toBe(true);
      expect(shown).not.toMatch(/[\r\n]/);
      expect(shown.split('|').length).toBe(label === '' ? 1 : 2);
    }),
    { seed: 20_261_120, numRuns: 1000 },
  );
});

test('No id, currency or time makes markup but its own', () => {
  fc.assert(
    fc.property(nastyText, (value) => {
      expect(printed(mention(text), value)).toMatch(/^(<@[UW][A-Z0-9]+>|<!subteam\^S[A-Z0-9]+>)?$/);
      expect(printed(dateToken(field('instant', 'text')), value)).toBe('');
      expect(
        printed(concat(money(field('number', 'text'), input('currency'))), 5, { currency: value }),
      ).toMatch(/^([A-Z]{3} )?5$/);
    }),
    { seed: 20_261_120, numRuns: 1000 },
  );
});

test('A text of 100 kB costs no more than its length', () => {
  const long = '&<😀'.repeat(25_000);
  expect(printed(truncate(escaped(text), 3000), long)).toMatch(/^.{2900,2999}…$/);
});
