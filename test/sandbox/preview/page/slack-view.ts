import { type Html, html } from '../html.ts';
import type { PlatformRun } from '../run/platform-run.ts';
import type { Conversation, Posted } from '../slack/conversation.ts';
import { slackWindow } from '../slack/window.ts';
import { platformNames } from './platform-view.ts';

/** What people see in Slack, once when both platforms made the same. */
export function slackView(runs: readonly PlatformRun[]): Html {
  const kind = differ(runs) ? 'slack-result differs' : 'slack-result';
  return html`<div id="slack-result" class="${kind}">${content(runs)}</div>`;
}

function content(runs: readonly PlatformRun[]): Html {
  const shown = runs.filter(({ conversations }) => conversations.length > 0);
  const [first] = shown;
  if (first === undefined) {
    const isOver = runs.some(({ state }) => state !== 'waiting' && state !== 'running');
    return html`<p class="empty">${isOver ? 'Slack shows nothing new.' : 'The messages appear here, as Slack shows them.'}</p>`;
  }
  if (first.isTogether)
    return html`<p class="verdict">Both platforms watched one org and one workspace; this is all there is.</p>${windows(shown.at(-1) ?? first)}`;
  if (shown.length === runs.length && !differ(runs))
    return html`<p class="verdict">Zapier and Make made the same, byte for byte.</p>${windows(first)}`;
  return html`${shown.map(
    (run) =>
      html`<div class="half"><p class="verdict">On ${platformNames[run.platform]}</p>${windows(run)}</div>`,
  )}`;
}

/** Whether the platforms made something, but not the same. */
function differ(runs: readonly PlatformRun[]): boolean {
  const shown = runs.filter(({ conversations, isTogether }) => conversations.length > 0 && !isTogether);
  return new Set(shown.map(essence)).size > 1;
}

function windows({ conversations, names }: PlatformRun): Html {
  return html`${names && conversations.map((conversation) => slackWindow(conversation, names))}`;
}

/** What two platforms must have in common: everything but the times, since Make looks later. */
function essence({ conversations }: PlatformRun): string {
  const timeless = ({ ts: _, replies, ...message }: Posted): unknown => ({
    ...message,
    replies: replies.map(timeless),
  });
  return JSON.stringify(
    conversations.map(({ messages, ...conversation }: Conversation) => ({
      ...conversation,
      messages: messages.map(timeless),
    })),
  );
}

/** What the runs left in Salesforce. */
export function writtenView(runs: readonly PlatformRun[]): Html {
  const written = runs.find((run) => run.written.length > 0)?.written ?? [];
  return html`<div id="written">${
    written.length > 0 &&
    html`<h3>Left in Salesforce</h3><ul class="written">${written.map((line) => html`<li>${line}</li>`)}</ul>`
  }</div>`;
}
