import { expect, it } from '@jest/globals';
import { diffText } from '../../../make-app/push/diff-text.ts';

it('A difference is shown with two lines around it and a mark for what is left out', () => {
  const lines = Array.from({ length: 9 }, (_, index) => `line ${index}`);
  const changed = lines.with(4, 'another');
  expect(diffText(lines.join('\n'), changed.join('\n'))).toBe(
    ['  line 2', '  line 3', '- line 4', '+ another', '  line 5', '  line 6', '  …'].join('\n'),
  );
});

it('A new text is all added, an equal one shows nothing', () => {
  expect(diffText('', 'a\nb\n')).toBe('+ a\n+ b');
  expect(diffText('a', 'a')).toBe('');
});
