import { type Content, type Html, html } from '../html.ts';
import { renderBlocks } from './blocks.ts';
import type { Conversation, Posted } from './conversation.ts';
import { renderMrkdwn } from './mrkdwn.ts';
import type { Names } from './names.ts';
import { clockTime } from './slack-date.ts';

/** A conversation as Slack shows it. */
export function slackWindow(conversation: Conversation, names: Names): Html {
  const { title, kind, topic, members, bookmarks, messages } = conversation;
  const count = members.length === 1 ? '1 member' : `${members.length} members`;
  return html`<article class="slack-window">
  <header class="slack-head">
    <h3>${signOf(kind)}${title}</h3>
    ${kind !== 'direct' && html`<p class="members" title="${members.join(', ')}">${count}</p>`}
    ${topic !== '' && html`<p class="topic">${topic}</p>`}
  </header>
  ${bookmarks.length > 0 && html`<ul class="bookmarks" aria-label="Bookmarks">${bookmarks.map((name) => html`<li>${name}</li>`)}</ul>`}
  <div class="messages">${
    messages.length === 0
      ? html`<p class="none">No message yet.</p>`
      : messages.map((message) => renderMessage(message, names))
  }</div>
</article>`;
}

function signOf(kind: Conversation['kind']): Html {
  if (kind === 'public')
    return html`<span class="sign" aria-hidden="true">#</span><span class="for-readers">Channel </span>`;
  if (kind === 'direct') return html`<span class="for-readers">Direct message to </span>`;
  return html`<svg class="sign" aria-hidden="true" viewBox="0 0 20 20"><path d="M6 8V6a4 4 0 0 1 8 0v2h.5A1.5 1.5 0 0 1 16 9.5v6A1.5 1.5 0 0 1 14.5 17h-9A1.5 1.5 0 0 1 4 15.5v-6A1.5 1.5 0 0 1 5.5 8Zm1.5 0h5V6a2.5 2.5 0 0 0-5 0Z"/></svg><span class="for-readers">Private channel </span>`;
}

function renderMessage(message: Posted, names: Names): Html {
  const { by, isApp, ts, text, blocks, isPinned, replies, onlyFor } = message;
  const body: Content =
    blocks === undefined || blocks.length === 0
      ? html`<div class="block section"><div class="text">${renderMrkdwn(text, names)}</div></div>`
      : renderBlocks(blocks, names);
  return html`<div class="message${isPinned ? ' pinned' : ''}">
  ${isPinned && html`<p class="note">Pinned by Dealwire</p>`}
  ${onlyFor !== undefined && html`<p class="note">Only visible to ${onlyFor}</p>`}
  <div class="avatar${isApp ? ' app' : ''}" aria-hidden="true">${isApp ? avatar : initials(by)}</div>
  <div class="body">
    <p class="by"><strong>${by}</strong>${isApp && html` <span class="badge">App</span>`} <span class="at">${clockTime(ts)}</span></p>
    ${body}
    ${
      replies.length > 0 &&
      html`<div class="thread"><p class="replies">${replies.length === 1 ? '1 reply' : `${replies.length} replies`}</p>${replies.map((reply) => renderMessage(reply, names))}</div>`
    }
  </div>
</div>`;
}

const avatar = html`<svg viewBox="0 0 36 36"><path d="M9 9h8.5a9 9 0 0 1 0 18H9Zm4.2 4v10h4.1a5 5 0 0 0 0-10Z" fill="currentColor"/><circle cx="28" cy="25.5" r="2.3" fill="currentColor"/></svg>`;

function initials(name: string): string {
  return name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('')
    .slice(0, 2);
}
