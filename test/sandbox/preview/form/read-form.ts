import { InvalidInputError } from '../../../../shared/error.ts';
import { checkInputs } from '../../../../shared/operation/check-input.ts';
import type { Input } from '../../../../shared/operation/definition.ts';
import { type ChangeEvent, readChangeEvent } from '../../../../shared/receive/change-event.ts';
import { findJsonMistake } from '../../json-mistake.ts';
import type { Demo } from '../../signal/demo.ts';
import type { Values } from '../../signal/write-record.ts';
import { withAsks } from './ask-field.ts';
import { type FormField, isUntouched } from './form-field.ts';
import { FormProblem } from './form-problem.ts';
import { readRecord, typedValue } from './read-record.ts';
import type { Setting } from './setting.ts';
import type { SignalForm, Start } from './signal-form.ts';

/** What makes it harder, on purpose. */
export const troubles = {
  none: 'Nothing',
  together: 'Both platforms watch one org',
  slack: 'Slack cannot be reached (Zapier tries for half a minute)',
  salesforce: 'Salesforce cannot be reached (Zapier tries for half a minute)',
  token: 'The Slack token was revoked',
} as const;

export type Trouble = keyof typeof troubles;

/** What somebody wants to see. */
export interface RunRequest {
  readonly demo: Demo;
  /** What about the demo's record. */
  readonly changed: Values;
  readonly event?: ChangeEvent;
  readonly edited: Readonly<Record<string, string>>;
  readonly trouble: Trouble;
}

/** Reads what was filled in. Throws FormProblem for the first thing that cannot be run. */
export function readForm(form: SignalForm, given: URLSearchParams): RunRequest {
  const start = form.starts.find((known) => known === given.get('start')) ?? 'form';
  const trouble =
    (Object.keys(troubles) as Trouble[]).find((known) => known === given.get('trouble')) ?? 'none';
  const isBlueprint = start === 'blueprint';
  return {
    demo: withAsks(
      isBlueprint ? form.demo : { ...form.demo, chosen: readSettings(form, given) },
      form.asks,
      given,
    ),
    changed: start === 'record' ? pastedRecord(form, given) : readRecordFields(form, given),
    ...(start === 'event' ? { event: pastedEvent(given) } : {}),
    edited: isBlueprint ? editedBlueprints(form, given) : {},
    trouble,
  };
}

/** The name of the field that a start is pasted into. */
export function pasteField(start: Start): string {
  return `paste.${start}`;
}

function readRecordFields({ record, demo }: SignalForm, given: URLSearchParams): Values {
  const changed = record.filter((field) => !isUntouched(field, given));
  const object = demo.record?.object ?? '';
  return Object.fromEntries(
    changed.map(({ name }) => {
      const path = name.replace('record.', '');
      return [path, typedValue(object, path, given.get(name) ?? '', name)];
    }),
  );
}

function readSettings({ demo, settings }: SignalForm, given: URLSearchParams): Demo['chosen'] {
  const chosen: Record<string, Values> = { ...demo.chosen };
  const touched = settings.filter(({ field }) => !isUntouched(field, given));
  for (const operation of new Set(touched.map((setting) => setting.operation))) {
    const own = settings.filter((setting) => setting.operation === operation);
    const values = Object.fromEntries(
      own.map(({ input, field }) => [input.key, settingValue(input, field, given)]),
    );
    checkSettings(own, values);
    const changes = touched
      .filter((setting) => setting.operation === operation)
      .map(({ input }) => [input.key, values[input.key]]);
    chosen[operation.key] = { ...chosen[operation.key], ...Object.fromEntries(changes) };
  }
  return chosen;
}

/** What an editor would say about the settings of one step. */
function checkSettings(settings: readonly Setting[], values: Values): void {
  const [first] = settings;
  if (first === undefined) return;
  const { rules } = first.operation;
  try {
    checkInputs({ inputs: settings.map(({ input }) => input), ...(rules && { rules }) }, values);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const field = settings.find(({ input }) => input.label === error.input)?.field.name ?? '';
    throw new FormProblem(field, error.message, error.fix);
  }
}

/** What a step gets of a field; undefined when it was emptied. */
function settingValue({ type, pairs }: Input, { name, control }: FormField, given: URLSearchParams): unknown {
  if (control === 'choices') return given.getAll(name);
  const text = given.get(name)?.trim() ?? '';
  if (text === '') return undefined;
  if (type !== 'list') return text;
  const lines = text.split(/[\n,]/).map((line) => line.trim());
  const items = lines.filter((line) => line !== '');
  return pairs ? items.map((line) => toPair(line, name)) : items;
}

function toPair(line: string, name: string) {
  const [from = '', to = ''] = line.split('=').map((part) => part.trim());
  if (from !== '' && to !== '') return { from, to };
  throw new FormProblem(
    name,
    `"${line}" is not a pair.`,
    'Write one pair a line, such as old@acme.example = new@acme.example.',
  );
}

function pastedEvent(given: URLSearchParams): ChangeEvent {
  const field = pasteField('event');
  const text = given.get(field) ?? '';
  assertJson('Change event', field, text);
  try {
    return readChangeEvent(text);
  } catch (error) {
    if (error instanceof InvalidInputError) throw new FormProblem(field, error.message, error.fix);
    throw error;
  }
}

function pastedRecord({ demo }: SignalForm, given: URLSearchParams): Values {
  const field = pasteField('record');
  const text = given.get(field) ?? '';
  assertJson('Record', field, text);
  return demo.record === undefined ? {} : readRecord(demo.record, JSON.parse(text), field);
}

function editedBlueprints(
  { blueprints }: SignalForm,
  given: URLSearchParams,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    blueprints.map(({ path, text }) => {
      const field = `${pasteField('blueprint')}.${path}`;
      const edited = given.get(field) ?? text;
      assertJson(path, field, edited);
      return [path, edited];
    }),
  );
}

function assertJson(name: string, field: string, text: string): void {
  const mistake = findJsonMistake(text);
  if (mistake === undefined) return;
  const { line, column, reason } = mistake;
  const what = text.trim() === '' ? 'nothing is pasted here' : reason;
  throw new FormProblem(
    field,
    `${name}, line ${line}, column ${column}: ${what}.`,
    'Correct the JSON there and run it again.',
    { line, column },
  );
}
