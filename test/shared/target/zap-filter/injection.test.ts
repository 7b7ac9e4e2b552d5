import { expect, it } from '@jest/globals';
import { equal, field } from '../../../../shared/language/index.ts';
import { compileZapFilter } from '../../../../shared/target/zap-filter/compile.ts';
import { printCount } from '../../../injection/print-count.ts';
import { passesZapFilter } from '../../../sandbox/zap-filter/zap-filter.ts';

printCount('filters of Zapier');

const texts = [
  "O'Brien \\",
  '"both" \'kinds\'',
  '100%_',
  'a\nb\r\u0007',
  '\u202ertl',
  '\ud83d lone',
  '<!channel>',
  '}} {',
  'x'.repeat(100_000),
];

it.each(
  texts.map((text) => [text.slice(0, 20), text]),
)('Criteria for %j let that text pass and no other.', (_, text) => {
  const criteria = compileZapFilter(equal(field('text', 'Name'), text), 1, () => 100_000_000_000_000);
  expect(passesZapFilter(criteria, { '1': { Name: text } })).toBe(true);
  expect(passesZapFilter(criteria, { '1': { Name: `${text}!` } })).toBe(false);
});

it('Criteria for a text that Zapier would take for a mapped field are refused.', () => {
  expect(() => compileZapFilter(equal(field('text', 'Name'), '{{1__Secret}}'), 1, () => 1)).toThrow(
    'mapped field',
  );
});
