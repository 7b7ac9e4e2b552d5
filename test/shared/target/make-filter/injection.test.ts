import { expect, it } from '@jest/globals';
import { equal, field } from '../../../../shared/language/index.ts';
import { compileMakeFilter } from '../../../../shared/target/make-filter/compile.ts';
import { printCount } from '../../../injection/print-count.ts';
import { passesMakeFilter } from '../../../sandbox/make-filter/make-filter.ts';

printCount('filters of Make');

const texts = [
  "O'Brien \\",
  '"both" \'kinds\'',
  '); now',
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
)('A filter for %j lets that text pass and no other.', (_, text) => {
  const conditions = compileMakeFilter(equal(field('text', 'Name'), text), '1');
  const passes = (Name: string) =>
    passesMakeFilter({ conditions }, { variables: { '1': { Name } }, now: () => 0, timezone: 'UTC' });
  expect(passes(text)).toBe(true);
  expect(passes(`${text}!`)).toBe(false);
});
