import { type SignalForm, titleOf } from '../form/signal-form.ts';
import { type Html, html } from '../html.ts';
import type { PlatformRun } from '../run/platform-run.ts';
import { type Filled, formView } from './form-view.ts';
import { platformColumn } from './platform-view.ts';
import { slackView, writtenView } from './slack-view.ts';

/** The page of a signal, whole: what a browser without JavaScript gets too. */
export function page(
  form: SignalForm,
  signals: readonly string[],
  runs: readonly PlatformRun[],
  filled: Filled,
): string {
  const { demo, title, about } = form;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Dealwire preview</title>
<link rel="icon" href="/icon.svg">
<link rel="preload" href="/lato-400.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/lato-700.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/lato-900.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/style.css">
<script src="/client.js" defer></script>
</head>
<body>
<a class="skip" href="#results">Skip to the result</a>
<header class="top">
  <p class="brand"><span aria-hidden="true">${mark}</span>Dealwire <span class="sub">preview</span></p>
  <p class="local">Fictional data; nothing leaves this machine.</p>
  ${lookPicker}
</header>
<div class="shell">
<nav aria-label="Signals"><ul>${signals.map(
    (signal) =>
      html`<li><a href="/${signal}"${signal === demo.signal && html` aria-current="page"`}>${titleOf(signal)}</a></li>`,
  )}</ul></nav>
<main>
  <div class="ask">
    <h1>${title}</h1>
    <p class="about">${about}</p>
    <noscript><p class="notice">This browser runs no JavaScript. The page works all the same: it loads anew with each run, and shows the steps when the run is over.</p></noscript>
    ${formView(form, filled)}
  </div>
  <section id="results" class="results" aria-labelledby="results-title" tabindex="-1">
    <div class="results-head"><h2 id="results-title">What happens</h2><p id="status" role="status">${statusOf(runs)}</p></div>
    <div class="platforms">${runs.map(platformColumn)}</div>
    <div class="slack-part">
      <div class="slack-bar"><h2>In Slack</h2>${widthPicker}</div>
      ${slackView(runs)}
    </div>
    ${writtenView(runs)}
  </section>
</main>
</div>
</body>
</html>`.html;
}

/** How a run stands, in one sentence for eyes and screen readers. */
export function statusOf(runs: readonly PlatformRun[]): string {
  if (runs.every(({ state }) => state === 'waiting')) return 'Press the button to run the signal.';
  return runs
    .map(({ platform, state, cost }) => {
      const name = platform === 'zapier' ? 'Zapier' : 'Make';
      if (state === 'running') return `${name} is running.`;
      const units = platform === 'zapier' ? count(cost?.tasks, 'task') : count(cost?.operations, 'operation');
      return `${name}: ${ENDS[state]}${cost === undefined ? '' : ` (${units})`}.`;
    })
    .join(' ');
}

const ENDS: Readonly<Record<PlatformRun['state'], string>> = {
  waiting: 'not run yet',
  running: 'running',
  delivered: 'delivered',
  already_delivered: 'already delivered',
  skipped: 'nothing to deliver',
  failed: 'failed',
};

function count(number = 0, unit: string): string {
  return number === 1 ? `1 ${unit}` : `${number} ${unit}s`;
}

const mark = html`<svg viewBox="0 0 24 24" width="22" height="22"><path d="M4 4h7a8 8 0 0 1 0 16H4Zm4 4v8h3a4 4 0 0 0 0-8Z" fill="currentColor"/><circle cx="20" cy="18.5" r="2" fill="currentColor"/></svg>`;

const lookPicker = html`<fieldset class="picker look"><legend>Look</legend>
  <label><input type="radio" name="look" value="system" checked> <span>System</span></label>
  <label><input type="radio" name="look" value="light"> <span>Light</span></label>
  <label><input type="radio" name="look" value="dark"> <span>Dark</span></label>
</fieldset>`;

const widthPicker = html`<fieldset class="picker width"><legend>Width</legend>
  <label><input type="radio" name="width" value="desktop" checked> <span>Desktop</span></label>
  <label><input type="radio" name="width" value="phone"> <span>Phone</span></label>
</fieldset>`;

/** A page that only says something, such as that there is no such page. */
export function plainPage(title: string, text: string): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/style.css"></head>
<body class="plain"><main><h1>${title}</h1><p>${text}</p><p><a href="/">To the signals</a></p></main></body></html>`
    .html;
}

/** What stands for the page in a browser's tab. */
export const icon: Html = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#3d2c8d"/><path d="M6 6h5a6 6 0 0 1 0 12H6Zm3.5 3.5v5H11a2.5 2.5 0 0 0 0-5Z" fill="#fff"/><circle cx="18.5" cy="16.5" r="1.5" fill="#ffb000"/></svg>`;
