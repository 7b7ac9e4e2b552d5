import { describe, expect, it } from '@jest/globals';
import { renderBlocks } from './blocks.ts';
import { renderMrkdwn } from './mrkdwn.ts';
import type { Names } from './names.ts';

const known: Readonly<Record<string, string>> = { U1: 'Kim Ro', C1: 'wins', S1: 'support-oncall' };
const find = (id: string) => known[id];
const names: Names = { person: find, channel: find, group: find };

describe('A text of Slack', () => {
  it.each([
    ['*bold* _it_ ~no~ `x<y`', '<strong>bold</strong> <em>it</em> <s>no</s> <code>x&lt;y</code>'],
    ['<@U1> <@U2>', '<span class="mention">@Kim Ro</span> <span class="mention">@U2</span>'],
    ['<#C1>', '<span class="mention">#wins</span>'],
    ['<!subteam^S1>', '<span class="mention">@support-oncall</span>'],
    ['<!here>', '<span class="mention broadcast">@here</span>'],
    ['a &lt;!here&gt; &amp; b', 'a &lt;!here&gt; &amp; b'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['"quotes"', '&quot;quotes&quot;'],
    [
      "<https://a.example/?x=1&amp;y=2|O'Neil &amp; Co>",
      '<span class="link" title="https://a.example/?x=1&amp;y=2">O&#39;Neil &amp; Co</span>',
    ],
    ['<mailto:a@b.example|a@b.example>', '<span class="link" title="mailto:a@b.example">a@b.example</span>'],
    ['<https://a.example>', '<span class="link" title="https://a.example">https://a.example</span>'],
    [
      '<!date^1795226400^{date_short} {time}|later>',
      '<time datetime="2026-11-21T02:00:00.000Z">Nov 21, 2026 2:00 AM</time>',
    ],
    [':tada: :no_such_emoji_here:', '🎉 :no_such_emoji_here:'],
    ['2*3*4 a_b_c', '2*3*4 a_b_c'],
  ])('%s', (text, expected) => {
    expect(renderMrkdwn(text, names).html).toBe(expected);
  });
});

describe('A block', () => {
  const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
  const plain = (text: string, emoji = false) => ({ type: 'plain_text', text, emoji });
  const button = { type: 'button', text: plain('Open'), url: 'https://a.example/"x' };

  it.each([
    ['header', { type: 'header', text: plain(':tada: <b>Won</b>', true) }, '🎉 &lt;b&gt;Won&lt;/b&gt;'],
    ['section', { type: 'section', text: mrkdwn('*a*'), accessory: button }, '<strong>a</strong>'],
    ['fields', { type: 'section', fields: [mrkdwn('*A*\nx'), mrkdwn('*B*\ny')] }, '<strong>A</strong>\nx'],
    ['context', { type: 'context', elements: [mrkdwn('quiet')] }, '<span class="text">quiet</span>'],
    ['actions', { type: 'actions', elements: [button] }, 'title="https://a.example/&quot;x">Open</span>'],
    ['divider', { type: 'divider' }, 'class="block divider"'],
    ['image', { type: 'image', alt_text: 'A chart', image_url: 'https://a.example/x.png' }, 'A chart'],
    ['one that is not drawn', { type: 'rich_text', elements: [] }, 'A rich text stands here'],
  ])('%s', (_, block, expected) => {
    const { html } = renderBlocks([block], names);
    expect(html).toContain(expected);
    expect(html).not.toMatch(/<(a|img|script)\b/);
  });
});
