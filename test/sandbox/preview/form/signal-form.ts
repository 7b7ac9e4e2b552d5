import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Demo } from '../../signal/demo.ts';
import { blueprintOf, filledBlueprint, platforms } from '../../signal/switch-on.ts';
import { connectTo, type World } from '../../world.ts';
import { readZapExport } from '../../zapier/zap-export.ts';
import { askFields } from './ask-field.ts';
import type { FormField } from './form-field.ts';
import { recordFields } from './record-field.ts';
import { type Setting, settingsOf } from './setting.ts';

/** What a run can start from. */
export const starts = {
  form: 'Fill in a form',
  event: 'Paste a change event',
  record: 'Paste a record',
  blueprint: 'Edit the blueprint',
} as const;

export type Start = keyof typeof starts;

/** Everything that people may change about a signal before they run it. */
export interface SignalForm {
  readonly demo: Demo;
  readonly title: string;
  /** What the flow does, in a sentence. */
  readonly about: string;
  readonly starts: readonly Start[];
  readonly record: readonly FormField[];
  /** What people write in Slack. */
  readonly asks: readonly FormField[];
  readonly settings: readonly Setting[];
  /** A change event that the signal understands. */
  readonly event: string;
  /** The record as the REST API shows it once the signal has happened. */
  readonly recordJson: string;
  /** The blueprint files as they are once their importer has chosen what is to be chosen. */
  readonly blueprints: readonly { readonly path: string; readonly text: string }[];
}

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');

/** The form of a signal; `world` is a sample org and workspace to read choices from. */
export async function signalForm(demo: Demo, world: World): Promise<SignalForm> {
  const zap = await filledBlueprint(demo, 'zapier');
  const { zaps } = readZapExport(zap);
  const record = demo.record === undefined ? [] : recordFields(world, demo.record);
  const event = demo.signal === 'deal-room' ? await sampleEvent(demo) : '';
  return {
    demo,
    title: titleOf(demo.signal),
    about: zaps.map(({ title }) => `${title}.`).join(' '),
    starts: [
      'form',
      ...(event === '' ? [] : (['event'] as const)),
      ...(record.length === 0 ? [] : (['record'] as const)),
      'blueprint',
    ],
    record,
    asks: askFields(demo, world),
    settings: await settingsOf(zaps, connectTo(world)),
    event,
    recordJson: recordJson(demo, record),
    blueprints: await blueprintFiles(demo),
  };
}

/** The name of a signal as a heading. */
export function titleOf(signal: string): string {
  const words = signal.replaceAll('-', ' ').replace('salesforce', 'Salesforce');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function sampleEvent({ signal }: Demo): Promise<string> {
  return readFile(join(PROJECT, 'blueprints', signal, 'change-event.json'), 'utf8');
}

function recordJson({ record }: Demo, fields: readonly FormField[]): string {
  if (record === undefined) return '';
  const own = fields.filter(({ name }) => name.split('.').length === 2);
  const values = own.map(({ name, control, value, choices }) => {
    const isBoolean = choices?.some(({ id }) => id === 'true') ?? false;
    const typed = control === 'number' && value !== '' ? Number(value) : isBoolean ? value === 'true' : value;
    return [name.replace('record.', ''), typed === '' ? null : typed];
  });
  const id = record.id === undefined ? {} : { Id: record.id };
  return JSON.stringify(
    { attributes: { type: record.object }, ...id, ...Object.fromEntries(values) },
    null,
    2,
  );
}

async function blueprintFiles(demo: Demo): Promise<SignalForm['blueprints']> {
  const files = new Map<string, string>();
  for (const platform of platforms)
    for (const { flow } of demo.phases) {
      const path = blueprintOf(demo.signal, platform, flow);
      if (!files.has(path)) files.set(path, await filledBlueprint(demo, platform, { flow }));
    }
  return [...files].map(([path, text]) => ({ path, text }));
}
