import { describe, expect, it } from '@jest/globals';
import { findBlockProblems } from './find-block-problems.ts';
import { LIMITS } from './limits.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
const times = <Entry>(count: number, make: (index: number) => Entry) =>
  Array.from({ length: count }, (_, index) => make(index));
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const button = {
  type: 'button',
  text: plain('View in Salesforce'),
  url: 'https://acme.example',
  action_id: 'view',
};

describe('blocks that Slack takes', () => {
  it.each([
    ['a full header', { type: 'header', text: plain('x'.repeat(LIMITS.headerText)) }],
    ['a full section', section('x'.repeat(LIMITS.sectionText))],
    ['ten fields', { type: 'section', fields: times(10, () => mrkdwn('x'.repeat(LIMITS.sectionFieldText))) }],
    ['a section with a button', { ...section('x'), accessory: button }],
    ['a divider', { type: 'divider' }],
    [
      'a context',
      {
        type: 'context',
        elements: [mrkdwn('x'), { type: 'image', image_url: 'https://a.example', alt_text: 'x' }],
      },
    ],
    [
      'actions',
      {
        type: 'actions',
        elements: times(LIMITS.actionsElements, (index) => ({ ...button, action_id: `b${index}` })),
      },
    ],
    [
      'a picture',
      { type: 'image', image_url: 'https://acme.example/x.png', alt_text: 'x', title: plain('x') },
    ],
    [
      'a select',
      { type: 'actions', elements: [{ type: 'static_select', options: [{ text: plain('A'), value: 'a' }] }] },
    ],
    ['an input', { type: 'input', label: plain('x'), element: { type: 'plain_text_input' } }],
    [
      'rich text',
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'a', style: { bold: true } },
              { type: 'user', user_id: 'U1' },
            ],
          },
        ],
      },
    ],
    ['Markdown', { type: 'markdown', text: '# x' }],
    ['a table', { type: 'table', rows: times(LIMITS.tableRows, () => [{ type: 'raw_text', text: 'x' }]) }],
    [
      'a data table',
      {
        type: 'data_table',
        caption: 'x',
        rows: [[{ type: 'raw_text', text: 'x' }], [{ type: 'raw_number', value: 1, text: '1' }]],
      },
    ],
    [
      'a chart',
      {
        type: 'data_visualization',
        title: 'x',
        chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] },
      },
    ],
    ['an alert', { type: 'alert', text: plain('x'), level: 'warning' }],
    ['a card', { type: 'card', title: mrkdwn('x'), actions: [button] }],
    ['a carousel', { type: 'carousel', elements: [{ type: 'card', body: mrkdwn('x') }] }],
    ['a container', { type: 'container', title: plain('x'), child_blocks: [section('x')] }],
    [
      'context actions',
      { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain('x') }] },
    ],
    [
      'a plan',
      {
        type: 'plan',
        title: 'x',
        tasks: [{ type: 'task_card', task_id: '1', title: 'x', status: 'pending' }],
      },
    ],
  ])('%s', (_name, block) => {
    expect(findBlockProblems([block])).toEqual([]);
  });

  it('are at most fifty', () => {
    expect(findBlockProblems(times(50, () => ({ type: 'divider' })))).toEqual([]);
    expect(findBlockProblems(times(51, () => ({ type: 'divider' })))).toEqual([
      '[ERROR] no more than 50 items allowed [json-pointer:/blocks]',
    ]);
  });
});

describe('blocks that Slack refuses', () => {
  const long = (length: number) => 'x'.repeat(length + 1);
  it.each([
    [
      'a long header',
      { type: 'header', text: plain(long(150)) },
      'must be less than 151 characters',
      '/text/text',
    ],
    ['an empty header', { type: 'header', text: plain('') }, 'must be more than 0 characters', '/text/text'],
    ['mrkdwn in a header', { type: 'header', text: mrkdwn('x') }, 'must be one of plain_text', '/text/type'],
    ['a header without text', { type: 'header' }, 'missing required field: text', ''],
    ['a long section', section(long(3000)), 'must be less than 3001 characters', '/text/text'],
    ['an empty section', { type: 'section' }, 'must have one of text, fields', ''],
    [
      'eleven fields',
      { type: 'section', fields: times(11, () => mrkdwn('x')) },
      'no more than 10 items allowed',
      '/fields',
    ],
    [
      'a long field',
      { type: 'section', fields: [mrkdwn(long(2000))] },
      'must be less than 2001 characters',
      '/fields/0/text',
    ],
    [
      'eleven context elements',
      { type: 'context', elements: times(11, () => mrkdwn('x')) },
      'no more than 10 items allowed',
      '/elements',
    ],
    [
      'twenty-six actions',
      { type: 'actions', elements: times(26, () => button) },
      'no more than 25 items allowed',
      '/elements',
    ],
    [
      'a long button',
      { type: 'actions', elements: [{ ...button, text: plain(long(75)) }] },
      'must be less than 76 characters',
      '/elements/0/text/text',
    ],
    [
      'a long button value',
      { type: 'actions', elements: [{ ...button, value: long(2000) }] },
      'must be less than 2001 characters',
      '/elements/0/value',
    ],
    [
      'a long link',
      { type: 'actions', elements: [{ ...button, url: long(3000) }] },
      'must be less than 3001 characters',
      '/elements/0/url',
    ],
    [
      'a long action id',
      { type: 'actions', elements: [{ ...button, action_id: long(255) }] },
      'must be less than 256 characters',
      '/elements/0/action_id',
    ],
    [
      'an unknown style',
      { type: 'actions', elements: [{ ...button, style: 'big' }] },
      'must be one of primary, danger',
      '/elements/0/style',
    ],
    [
      'a long confirmation',
      { type: 'actions', elements: [{ ...button, confirm: { text: plain(long(300)) } }] },
      'must be less than 301 characters',
      '/elements/0/confirm/text/text',
    ],
    [
      'a long block id',
      { type: 'divider', block_id: long(255) },
      'must be less than 256 characters',
      '/block_id',
    ],
    [
      'a long placeholder',
      { type: 'actions', elements: [{ type: 'users_select', placeholder: plain(long(150)) }] },
      'must be less than 151 characters',
      '/elements/0/placeholder/text',
    ],
    [
      'a long option',
      {
        type: 'actions',
        elements: [{ type: 'static_select', options: [{ text: plain(long(75)), value: 'a' }] }],
      },
      'must be less than 76 characters',
      '/elements/0/options/0/text/text',
    ],
    [
      'a long option value',
      {
        type: 'actions',
        elements: [{ type: 'static_select', options: [{ text: plain('x'), value: long(75) }] }],
      },
      'must be less than 76 characters',
      '/elements/0/options/0/value',
    ],
    [
      'a select without options',
      { type: 'actions', elements: [{ type: 'static_select' }] },
      'must have one of options, option_groups',
      '/elements/0',
    ],
    [
      'six overflow options',
      {
        type: 'actions',
        elements: [{ type: 'overflow', options: times(6, () => ({ text: plain('x'), value: 'x' })) }],
      },
      'no more than 5 items allowed',
      '/elements/0/options',
    ],
    [
      'eleven checkboxes',
      {
        type: 'actions',
        elements: [{ type: 'checkboxes', options: times(11, () => ({ text: plain('x'), value: 'x' })) }],
      },
      'no more than 10 items allowed',
      '/elements/0/options',
    ],
    [
      'a day that is no date',
      { type: 'actions', elements: [{ type: 'datepicker', initial_date: '1 May' }] },
      'has the wrong form',
      '/elements/0/initial_date',
    ],
    [
      'a picture without its description',
      { type: 'image', image_url: 'https://a.example' },
      'missing required field: alt_text',
      '',
    ],
    [
      'an image without a source',
      { type: 'image', alt_text: 'x' },
      'must have one of image_url, slack_file',
      '',
    ],
    [
      'long Markdown',
      { type: 'markdown', text: long(12_000) },
      'must be less than 12001 characters',
      '/text',
    ],
    [
      'a long table',
      { type: 'table', rows: times(101, () => [{ type: 'raw_text', text: 'x' }]) },
      'no more than 100 items allowed',
      '/rows',
    ],
    [
      'a wide table',
      { type: 'table', rows: [times(21, () => ({ type: 'raw_text', text: 'x' }))] },
      'no more than 20 items allowed',
      '/rows/0',
    ],
    [
      'an uneven data table',
      { type: 'data_table', caption: 'x', rows: [[{ type: 'raw_text', text: 'x' }], []] },
      'must have 1 cells',
      '/rows/1',
    ],
    [
      'a table without caption',
      { type: 'data_table', rows: [[{ type: 'raw_text', text: 'x' }], [{ type: 'raw_text', text: 'x' }]] },
      'missing required field: caption',
      '',
    ],
    [
      'a chart of nothing',
      {
        type: 'data_visualization',
        title: 'x',
        chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] },
      },
      'must be more than 0',
      '/chart/segments/0/value',
    ],
    [
      'an empty card',
      { type: 'card', subtitle: mrkdwn('x') },
      'must have one of hero_image, title, actions, body',
      '',
    ],
    [
      'eleven cards',
      { type: 'carousel', elements: times(11, () => ({ type: 'card', title: mrkdwn('x') })) },
      'no more than 10 items allowed',
      '/elements',
    ],
    [
      'a full container',
      { type: 'container', title: plain('x'), child_blocks: times(11, () => ({ type: 'divider' })) },
      'no more than 10 items allowed',
      '/child_blocks',
    ],
    ['a file block', { type: 'file', external_id: 'x', source: 'remote' }, 'unsupported type: file', ''],
    ['an unknown block', { type: 'chart' }, 'unsupported type: chart', ''],
    ['a block without type', { text: plain('x') }, 'missing required field: type', ''],
    [
      'an unknown element',
      { type: 'actions', elements: [{ type: 'slider' }] },
      'unsupported type: slider',
      '/elements/0',
    ],
    [
      'an input of modals',
      { type: 'input', label: plain('x'), element: { type: 'file_input' } },
      'unsupported type: file_input',
      '/element',
    ],
    ['an unknown property', { ...section('x'), colour: 'red' }, 'invalid additional property: colour', ''],
    [
      'verbatim plain text',
      { type: 'section', text: { ...plain('x'), verbatim: true } },
      'invalid additional property: verbatim',
      '/text',
    ],
  ])('%s', (_name, block, text, pointer) => {
    expect(findBlockProblems([{ type: 'divider' }, block])).toContain(
      `[ERROR] ${text} [json-pointer:/blocks/1${pointer}]`,
    );
  });

  it('two with the same block id', () => {
    const blocks = [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ];
    expect(findBlockProblems(blocks)).toEqual([
      '[ERROR] block_id is used twice: a [json-pointer:/blocks/1/block_id]',
    ]);
  });

  it('two tables, or tables of more than 10,000 characters together', () => {
    const table = (length: number) => ({
      type: 'table',
      rows: [[{ type: 'raw_text', text: 'x'.repeat(length) }]],
    });
    expect(findBlockProblems([table(1), table(1)])).toEqual([
      '[ERROR] no more than 1 table blocks allowed [json-pointer:/blocks]',
    ]);
    expect(findBlockProblems([table(10_000)])).toEqual([]);
    expect(findBlockProblems([table(10_001)])).toEqual([
      '[ERROR] tables must be less than 10001 characters together [json-pointer:/blocks]',
    ]);
  });

  it('with lengths counted in UTF-16 units, so that an emoji counts twice', () => {
    expect(findBlockProblems([{ type: 'header', text: plain('🎉'.repeat(75)) }])).toEqual([]);
    expect(findBlockProblems([{ type: 'header', text: plain('🎉'.repeat(76)) }])).toHaveLength(1);
  });
});
