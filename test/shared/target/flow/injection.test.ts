import { expect, it } from '@jest/globals';
import { equal, field } from '../../../../shared/language/index.ts';
import { compileFlow, writeFlow } from '../../../../shared/target/flow/compile.ts';
import { printCount } from '../../../injection/print-count.ts';

printCount('XML of Flows');

it.each([
  ['O\'Brien & "Sons" \\', 'O\'Brien &amp; "Sons" \\'],
  ['</stringValue><x/>', '&lt;/stringValue&gt;&lt;x/&gt;'],
  ['<!channel> {{now}} {!$Api.Session_ID}', '&lt;!channel&gt; {{now}} {!$Api.Session_ID}'],
  [']]> &amp; 100%_', ']]&gt; &amp;amp; 100%_'],
  ['\u202ertl 😀', '\u202ertl 😀'],
  ['x'.repeat(100_000), 'x'.repeat(100_000)],
])('A text is written into XML as itself: case %#.', (text, written) => {
  const xml = writeFlow(compileFlow(equal(field('text', 'StageName'), text)));
  expect(xml).toContain(`<value><stringValue>${written}</stringValue></value>`);
});
