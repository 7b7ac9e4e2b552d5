import { type FormField, withValue } from '../form/form-field.ts';
import type { FormProblem } from '../form/form-problem.ts';
import { pasteField, troubles } from '../form/read-form.ts';
import { type SignalForm, type Start, starts } from '../form/signal-form.ts';
import { type Content, type Html, html } from '../html.ts';
import { fieldView, INVALID, idOf } from './field-view.ts';

/** What a form holds: what was sent, if anything was, and what is wrong with it. */
export interface Filled {
  readonly given?: URLSearchParams;
  readonly problem?: FormProblem;
}

/** The form of a signal. */
export function formView(form: SignalForm, { given, problem }: Filled): Html {
  const start = form.starts.find((known) => known === given?.get('start')) ?? 'form';
  return html`<form id="form" method="post" action="/${form.demo.signal}" autocomplete="off">
  <fieldset class="starts">
    <legend>Start from</legend>
    ${form.starts.map(
      (name) =>
        html`<label><input type="radio" name="start" value="${name}"${name === start && html` checked`}> <span>${starts[name]}</span></label>`,
    )}
  </fieldset>
  ${recordPanel(form, given, problem)}
  ${asksPanel(form, given)}
  ${form.event !== '' && pastePanel('event', 'Change Data Capture event', EVENT_HELP, form.event, given, problem)}
  ${form.record.length > 0 && pastePanel('record', `${form.demo.record?.object} as JSON`, RECORD_HELP, form.recordJson, given, problem)}
  ${settingsPanel(form, given, problem)}
  ${blueprintPanel(form, given, problem)}
  <div class="go">
    ${problemView(problem)}
    <div class="field">
      <label for="trouble">What makes it harder</label>
      <select id="trouble" name="trouble">${troublesOf(form).map(
        ([id, label]) =>
          html`<option value="${id}"${given?.get('trouble') === id && html` selected`}>${label}</option>`,
      )}</select>
    </div>
    <button type="submit" id="run">Run on both platforms</button>
  </div>
</form>`;
}

/** Two platforms in one org have nothing to share where the clock or a person starts each of them. */
function troublesOf({ demo, asks }: SignalForm): readonly (readonly [string, string])[] {
  const isShared = demo.schedule === undefined && asks.length === 0;
  return Object.entries(troubles).filter(([id]) => id !== 'together' || isShared);
}

const EVENT_HELP =
  'As Salesforce delivers it, or its payload alone, with the id of a record of the sample org. At most 1 MB.';
const RECORD_HELP =
  'As the REST API shows it. Its values go to the sample record; what Salesforce keeps itself, and nested records, are left out.';
const BLUEPRINT_HELP =
  'Run exactly as it stands here; the settings of the form are not used. Channels and groups of the sample workspace are filled in.';

/** What is wrong, where it can be seen and heard. */
export function problemView(problem: FormProblem | undefined): Html {
  return html`<div id="problem" role="alert">${
    problem !== undefined &&
    html`<div class="problem"><p><strong>${problem.message}</strong> ${problem.fix}</p>${
      problem.field !== '' && html`<p><a href="#${idOf(problem.field)}">Go to the field</a></p>`
    }</div>`
  }</div>`;
}

function panel(starts: readonly Start[], content: Content): Html {
  return html`<div class="panel ${starts.map((start) => `for-${start} `)}">${content}</div>`;
}

function recordPanel(
  { record, demo }: SignalForm,
  given: URLSearchParams | undefined,
  problem?: FormProblem,
): Content {
  if (record.length === 0) return undefined;
  return panel(
    ['form'],
    html`<fieldset class="group"><legend>The ${words(demo.record?.object)}</legend>
    <div class="pairs">${record.map((field) => fieldView(withValue(field, given), problem?.field))}</div></fieldset>`,
  );
}

function asksPanel({ asks }: SignalForm, given: URLSearchParams | undefined): Content {
  if (asks.length === 0) return undefined;
  return panel(
    ['form', 'blueprint'],
    html`<fieldset class="group"><legend>In Slack</legend>${asks.map((field) => fieldView(withValue(field, given)))}</fieldset>`,
  );
}

function settingsPanel(
  { settings }: SignalForm,
  given: URLSearchParams | undefined,
  problem?: FormProblem,
): Content {
  const operations = [...new Set(settings.map(({ operation }) => operation))];
  return panel(
    ['form', 'event', 'record'],
    operations.map((operation) => {
      const own = settings.filter((setting) => setting.operation === operation);
      const view = ({ field }: { readonly field: FormField }) =>
        fieldView(withValue(field, given), problem?.field);
      const main = own.filter(({ isMain }) => isMain);
      const more = own.filter(({ isMain }) => !isMain);
      const isOpen = more.some(({ field }) => field.name === problem?.field);
      return html`<fieldset class="group"><legend>${operation.label}</legend>
      ${main.map(view)}
      ${more.length > 0 && html`<details${isOpen && html` open`}><summary>${more.length === 1 ? '1 more setting' : `${more.length} more settings`}</summary>${more.map(view)}</details>`}
      </fieldset>`;
    }),
  );
}

function pastePanel(
  start: Start,
  label: string,
  help: string,
  text: string,
  given: URLSearchParams | undefined,
  problem?: FormProblem,
): Html {
  return panel([start], code(pasteField(start), label, help, text, given, problem));
}

function blueprintPanel(
  { blueprints }: SignalForm,
  given: URLSearchParams | undefined,
  problem?: FormProblem,
): Html {
  return panel(
    ['blueprint'],
    html`<p class="help">${BLUEPRINT_HELP}</p>${blueprints.map(({ path, text }) =>
      code(`${pasteField('blueprint')}.${path}`, path, undefined, text, given, problem),
    )}`,
  );
}

function code(
  name: string,
  label: string,
  help: string | undefined,
  text: string,
  given: URLSearchParams | undefined,
  problem?: FormProblem,
): Html {
  const id = idOf(name);
  return html`<div class="field code"><label for="${id}">${label}</label>
  <textarea id="${id}" name="${name}" rows="14" spellcheck="false" wrap="off"${help !== undefined && html` aria-describedby="${id}-help"`}${problem?.field === name && INVALID}>
${given?.get(name) ?? text}</textarea>
  ${help !== undefined && html`<p class="help" id="${id}-help">${help}</p>`}</div>`;
}

function words(object = ''): string {
  return object.replace(/__c$/, '').replaceAll('_', ' ').toLowerCase();
}
