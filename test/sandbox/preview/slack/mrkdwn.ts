import { type Command, type URL as Link, type Node, NodeType, parse } from 'slack-message-parser';
import { type Content, type Html, html } from '../html.ts';
import { emojiOf } from './emoji.ts';
import type { Names } from './names.ts';
import { slackDate } from './slack-date.ts';

/** A text of Slack's mrkdwn as HTML; links are shown and lead nowhere, since nothing may leave the machine. */
export function renderMrkdwn(text: string, names: Names): Html {
  return html`${parse(text).children.map((node) => render(node, names))}`;
}

/** A plain text; its entities are those that Slack escapes. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function render(node: Node, names: Names): Content {
  const inside = (nodes: readonly Node[]) => nodes.map((child) => render(child, names));
  switch (node.type) {
    case NodeType.Text:
      return unescaped(node.text);
    case NodeType.Bold:
      return html`<strong>${inside(node.children)}</strong>`;
    case NodeType.Italic:
      return html`<em>${inside(node.children)}</em>`;
    case NodeType.Strike:
      return html`<s>${inside(node.children)}</s>`;
    case NodeType.Quote:
      return html`<blockquote>${inside(node.children)}</blockquote>`;
    case NodeType.Code:
      return html`<code>${unescaped(node.text)}</code>`;
    case NodeType.PreText:
      return html`<pre>${unescaped(node.text)}</pre>`;
    case NodeType.Emoji:
      return emojiOf(node.name);
    case NodeType.UserLink:
      return mention(`@${names.person(node.userID) ?? node.userID}`);
    case NodeType.ChannelLink:
      return mention(`#${names.channel(node.channelID) ?? node.channelID}`);
    case NodeType.URL:
      return link(node, inside(node.label ?? []));
    case NodeType.Command:
      return command(node, names);
    case NodeType.Root:
      return inside(node.children);
  }
}

function mention(text: string): Html {
  return html`<span class="mention">${text}</span>`;
}

function link({ url }: Link, label: Content): Html {
  const address = unescaped(url);
  const shown = Array.isArray(label) && label.length > 0 ? label : address.replace(/^mailto:/, '');
  return html`<span class="link" title="${address}">${shown}</span>`;
}

/** What stands in angle brackets with an exclamation mark. */
function command(
  { name, arguments: [first = '', format = ''], label, source }: Command,
  names: Names,
): Content {
  if (name === 'here' || name === 'channel' || name === 'everyone')
    return html`<span class="mention broadcast">@${name}</span>`;
  if (name === 'subteam') return mention(`@${names.group(first) ?? first}`);
  if (name === 'date') return slackDate(Number(first), format);
  return label === undefined ? unescaped(source) : label.map((node) => render(node, names));
}
