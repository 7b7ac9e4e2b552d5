import { type Html, html } from '../html.ts';
import type { PlatformRun, ShownCall, ShownStep } from '../run/platform-run.ts';

/** What the platforms are called. */
export const platformNames = { zapier: 'Zapier', make: 'Make' } as const;

const STATES: Readonly<Record<PlatformRun['state'], string>> = {
  waiting: 'Not run yet',
  running: 'Running…',
  delivered: 'Delivered',
  already_delivered: 'Already delivered',
  skipped: 'Nothing to deliver',
  failed: 'Failed',
};

const ENDS: Readonly<Record<ShownStep['outcome'], string>> = {
  waiting: 'not reached',
  ran: 'done',
  stopped: 'stopped here',
  failed: 'failed',
};

/** A platform's column. */
export function platformColumn(run: PlatformRun): Html {
  const name = platformNames[run.platform];
  return html`<article class="platform ${run.platform}" aria-labelledby="${run.platform}-name">
  <header>
    <h3 id="${run.platform}-name">${name}</h3>
    ${platformState(run)}
  </header>
  ${platformCost(run)}
  <div class="scroll" role="region" tabindex="0" aria-label="Steps on ${name}">${platformSteps(run)}</div>
</article>`;
}

/** How it stands, in a word or two. */
export function platformState({ platform, state, milliseconds }: PlatformRun): Html {
  const took = milliseconds > 0 && html` in ${seconds(milliseconds)}`;
  return html`<p class="state ${state}" id="${platform}-state">${STATES[state]}${took}</p>`;
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What it cost. */
export function platformCost({ platform, cost }: PlatformRun): Html {
  const unit = platform === 'zapier' ? 'Tasks' : 'Operations';
  const figures: readonly (readonly [string, number | string | undefined])[] = [
    [unit, platform === 'zapier' ? cost?.tasks : cost?.operations],
    ['Salesforce calls', cost?.salesforceCalls],
    ['Slack calls', cost?.slackCalls],
    ['Calls to notice', cost?.pollCalls],
  ];
  return html`<dl class="cost" id="${platform}-cost">${figures.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? '–'}</dd></div>`,
  )}</dl>`;
}

/** What happened, step by step. */
export function platformSteps(run: PlatformRun): Html {
  const { platform, phases, reason, state } = run;
  return html`<div id="${platform}-steps">${
    reason !== '' && html`<p class="reason ${state}">${reason}</p>`
  }${phases.map(
    ({ says, title, steps }, index) => html`<section class="phase">
    <h4>${says}</h4>
    ${title !== says && html`<p class="flow">${title}</p>`}
    <ol class="steps">${steps.map((step, position) => stepView(step, stepId(platform, index, position), reason))}</ol>
  </section>`,
  )}${
    phases.length === 0 &&
    reason === '' &&
    html`<p class="empty">The steps appear here, with each call and its time.</p>`
  }</div>`;
}

/** The id of the element of a step. */
export function stepId(platform: string, phase: number, step: number): string {
  return `${platform}-${phase}-${step}`;
}

/** A step with its calls. */
export function stepView(
  { title, kind, outcome, times, reason, calls }: ShownStep,
  id: string,
  reasonOfAll = '',
): Html {
  return html`<li class="step ${kind} ${outcome}" id="${id}">
  <p class="name"><span class="kind">${kind}</span> ${title}${times > 1 && html` <span class="times">${times} times</span>`} <span class="end">${ENDS[outcome]}</span></p>
  ${reason !== '' && reason !== reasonOfAll && html`<p class="why">${reason}</p>`}
  ${calls.length > 0 && html`<ul class="calls">${calls.map(callView)}</ul>`}
</li>`;
}

function callView({ service, what, status, milliseconds }: ShownCall): Html {
  const bad = status === undefined || status >= 400;
  return html`<li class="${service.toLowerCase()}${bad ? ' bad' : ''}"><span class="service">${service}</span> <span class="what">${what}</span> ${bad && html`<span class="status">${status ?? 'no answer'}</span>`} <span class="took">${milliseconds > 0 && `${Math.max(1, Math.round(milliseconds))} ms`}</span></li>`;
}
