import { describe, expect, test } from '@jest/globals';
import {
  actions,
  type Block,
  context,
  divider,
  fields,
  header,
  linkButton,
  section,
} from '../../../shared/card/block.ts';
import { message } from '../../../shared/card/message.ts';
import { DASH, shown } from '../../../shared/card/text.ts';
import {
  concat,
  each,
  escaped,
  fallback,
  field,
  InvalidTreeError,
  itemFieldsOf,
  join,
  keep,
  link,
  literal,
  lower,
  note,
  objectType,
  parametersOf,
  rows,
  truncate,
} from '../../../shared/language/index.ts';
import { compileTemplate } from '../../../shared/target/js/compile.ts';
import { scopeOf } from '../target/scope.ts';

const name = field('text', 'Name');
const input = parametersOf({ intro: 'text' });
const fill = (template: unknown, record = {}) => compileTemplate(template as never)(scopeOf({ record }));

test('Blocks are Slack’s own data, with Slack’s linking switched off', () => {
  expect(
    fill(
      [
        header(fallback(truncate(name, 150), DASH)),
        section(concat('*Name* ', shown(name, 80))),
        section('Deal', linkButton('Open', literal('text', 'https://x/1'), 'open')),
        fields(['Name', shown(name, 80)], ['Close date', literal('text', 'today')]),
        context('small print'),
        divider(),
        actions(linkButton('View in Salesforce', concat('https://x/', name), 'view')),
      ],
      { Name: '<Acme>' },
    ),
  ).toEqual([
    { type: 'header', text: { type: 'plain_text', text: '<Acme>', emoji: true } },
    { type: 'section', text: { type: 'mrkdwn', text: '*Name* &lt;Acme&gt;', verbatim: true } },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: 'Deal', verbatim: true },
      accessory: {
        type: 'button',
        text: { type: 'plain_text', text: 'Open', emoji: false },
        url: 'https://x/1',
        action_id: 'open',
      },
    },
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: '*Name*\n&lt;Acme&gt;', verbatim: true },
        { type: 'mrkdwn', text: '*Close date*\ntoday', verbatim: true },
      ],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'small print', verbatim: true }] },
    { type: 'divider' },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          text: { type: 'plain_text', text: 'View in Salesforce', emoji: false },
          url: 'https://x/<Acme>',
          action_id: 'view',
        },
      ],
    },
  ]);
});

test('A link counts no more than it can have: what an address keeps is not encoded, and a label is cut', () => {
  const address = concat('https://x/', keep(truncate(name, 100), 'A-Za-z0-9', '-'));
  const longest = '<https://x/|>'.length + 100 + 60;
  const links = (count: number) => concat(...Array.from({ length: count }, () => link(address, name, 60)));
  expect(() => section(concat(links(17), 'x'.repeat(3000 - 17 * longest)))).not.toThrow();
  expect(() => section(concat(links(17), 'x'.repeat(3001 - 17 * longest)))).toThrow(InvalidTreeError);
});

test('Text that keeps none of Slack’s special characters needs no escaping', () => {
  expect(() => section(concat('*', truncate(keep(name, 'A-Za-z0-9', '-'), 10)))).not.toThrow();
  expect(() => section(concat('*', truncate(keep(name, 'A-Za-z0-9&', '-'), 10)))).toThrow(InvalidTreeError);
  expect(() => section(concat('*', truncate(keep(name, 'A-Z', '<'), 10)))).toThrow(InvalidTreeError);
});

test('A block for each row stands between others', () => {
  const row = itemFieldsOf(objectType('Row', { Name: 'text' }));
  const { blocks } = message('x', [
    header('Deals'),
    each(field('list', 'Deals'), section(shown(row('Name'), 20)), 2),
    divider(),
  ]);
  const texts = (names: readonly string[]) =>
    (fill(blocks, { Deals: { records: names.map((Name) => ({ Name })) } }) as readonly Block[]).map(
      (block) => (block.type === 'section' ? block.text?.text : block.type),
    );
  expect(texts([])).toEqual(['header', 'divider']);
  expect(texts(['a', '<b>'])).toEqual(['header', 'a', '&lt;b&gt;', 'divider']);
  expect(texts(['a', 'b', 'c'])).toEqual(['header', 'a', 'b', 'divider']);
});

test('A missing value is an em dash, a long one is cut visibly', () => {
  expect(fill(shown(name, 5))).toBe(DASH);
  expect(fill(shown(name, 5), { Name: 'Acme Corp' })).toBe('Acme…');
});

describe('A block that Slack might refuse cannot be built', () => {
  const long = 'x'.repeat(3001);
  test.each<readonly [string, () => unknown, string]>([
    ['a header of 151 characters', () => header('x'.repeat(151)), 'header'],
    ['a header that may be too long', () => header(fallback(name, DASH)), 'header'],
    ['a header that may be missing', () => header(truncate(name, 150)), 'header'],
    ['an empty paragraph', () => section(''), 'section'],
    ['a paragraph of 3,001 characters', () => section(long), 'section'],
    [
      'a paragraph whose parts may add up to more',
      () => section(concat(shown(name, 2000), shown(name, 1001))),
      'section',
    ],
    ['text of a record that is not escaped', () => section(concat('*', truncate(name, 10), '*')), 'section'],
    [
      'an input that is not escaped',
      () => section(concat('*', truncate(input('intro'), 10), '*')),
      'section',
    ],
    [
      'a note that is not escaped',
      () => context(concat('by ', truncate(note('text', 'who'), 10))),
      'context.elements[0]',
    ],
    ['escaped text changed again', () => section(concat('a', truncate(lower(escaped(name)), 10))), 'section'],
    [
      'rows that are not escaped',
      () => section(fallback(rows(field('list', 'L'), truncate(name, 9), 3, 'more'), DASH)),
      'section',
    ],
    ['a list of any length', () => section(concat('a', join(note('list', 'x'), ', '))), 'section'],
    ['no fields', () => fields(), 'fields'],
    [
      '11 fields',
      () => fields(...Array.from({ length: 11 }, (_, at) => [`f${at}`, shown(name, 5)] as const)),
      'fields',
    ],
    ['a field of 2,001 characters', () => fields(['Name', shown(name, 2000)]), 'fields[0]'],
    ['11 texts of small print', () => context(...Array.from({ length: 11 }, () => 'x')), 'context'],
    ['no buttons', () => actions(), 'actions'],
    [
      '26 buttons',
      () => actions(...Array.from({ length: 26 }, () => linkButton('x', literal('text', 'https://x'), 'x'))),
      'actions',
    ],
    [
      'a label of 76 characters',
      () => linkButton('x'.repeat(76), literal('text', 'https://x'), 'x'),
      'button x',
    ],
    ['a button to nowhere', () => linkButton('x', note('text', 'url'), 'x'), 'button x.url'],
  ])('%s', (_, build, path) => {
    expect(build).toThrow(InvalidTreeError);
    expect(build).toThrow(expect.objectContaining({ path }));
  });
});

describe('A message that Slack might refuse cannot be built', () => {
  const paragraph = section(shown(name, 3000));
  test.each<readonly [string, () => unknown, string]>([
    ['no blocks', () => message('x', []), 'blocks'],
    ['51 blocks', () => message('x', Array.from({ length: 51 }, divider)), 'blocks'],
    [
      '50 rows and a block',
      () => message('x', [divider(), each(field('list', 'L'), { ...divider() }, 50)]),
      'blocks',
    ],
    [
      '12,001 characters in rows',
      () => message('x', [header('x'), each(field('list', 'L'), paragraph, 4)]),
      'blocks',
    ],
    [
      '12,001 characters in blocks',
      () => message('x', [paragraph, paragraph, paragraph, paragraph, header('x')]),
      'blocks',
    ],
    ['no text', () => message('', [divider()]), 'text'],
    ['a text that may be missing', () => message(truncate(escaped(name), 9), [divider()]), 'text'],
    ['a text of 3,901 characters', () => message(shown(name, 3901), [divider()]), 'text'],
    ['a text that is not escaped', () => message(fallback(truncate(name, 9), DASH), [divider()]), 'text'],
  ])('%s', (_, build, path) => {
    expect(build).toThrow(InvalidTreeError);
    expect(build).toThrow(expect.objectContaining({ path }));
  });

  test('but one at every limit can', () => {
    const blocks: readonly Block[] = [
      paragraph,
      paragraph,
      paragraph,
      paragraph,
      ...Array.from({ length: 46 }, divider),
    ];
    expect(message(shown(name, 3900), blocks).blocks).toHaveLength(50);
  });
});
