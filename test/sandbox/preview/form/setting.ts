import type { Connection } from '../../../../shared/delivery/connection.ts';
import type { Input, Operation } from '../../../../shared/operation/definition.ts';
import { dropdowns } from '../../../../shared/operation/dropdown/dropdowns.ts';
import { loadDropdown } from '../../../../shared/operation/dropdown/load.ts';
import { actions, searches, triggers } from '../../../../shared/operation/operations.ts';
import type { Zap } from '../../zapier/zap-export.ts';
import type { Choice, FormField } from './form-field.ts';

/** An input of a step that an editor fills in by hand, as a field of the form. */
export interface Setting {
  readonly operation: Operation;
  readonly input: Input;
  readonly field: FormField;
  /** Shown at once; the others are behind a heading. */
  readonly isMain: boolean;
}

/** What people change first. */
const MAIN = new Set([
  'stages',
  'channel',
  'channel_pattern',
  'person',
  'to_owner',
  'csm_field',
  'extra_fields',
  'on_call_group',
  'on_call_people',
  'headline',
  'sources',
  'ratings',
  'first_stage',
  'days_ahead',
  'silent_days',
  'announce_channel',
  'write_back',
]);

/** People are typed, so that one can see what becomes of somebody whom Slack does not know. */
const TYPED = 'users';

/** More lines than that are no help. */
const MOST_CHOICES = 60;

/** Every operation by its key. */
const operations = new Map(
  [...triggers, ...actions, ...searches].map(({ operation }) => [operation.key, operation]),
);

/** The inputs that the steps of Zaps leave to their editor, with what these Zaps fill in. */
export async function settingsOf(zaps: readonly Zap[], connection: Connection): Promise<readonly Setting[]> {
  const steps = zaps.flatMap(({ nodes }) => Object.values(nodes));
  const settings: Setting[] = [];
  for (const { action, params } of steps) {
    const operation = operations.get(action);
    if (operation === undefined || settings.some((setting) => setting.operation === operation)) continue;
    for (const input of operation.inputs) {
      const filled = params[input.key];
      if (JSON.stringify(filled ?? '').includes('{{') || input.recordIdOf !== undefined) continue;
      if (input.key === 'event_key') continue;
      const field = await fieldOf(operation, input, filled, connection, params);
      settings.push({ operation, input, field, isMain: MAIN.has(input.key) || input.required === true });
    }
  }
  return settings;
}

async function fieldOf(
  { key }: Operation,
  input: Input,
  filled: unknown,
  connection: Connection,
  inputs: Readonly<Record<string, unknown>>,
): Promise<FormField> {
  const choices = await choicesOf(input, connection, inputs);
  const { control, value } = shapeOf(input, filled ?? input.default ?? '', choices);
  return {
    name: `setting.${key}.${input.key}`,
    label: input.label,
    help: input.help,
    control,
    value,
    ...(choices === undefined ? {} : { choices: withFilled(choices, value) }),
  };
}

function shapeOf(
  { type, long, pairs }: Input,
  filled: unknown,
  choices: readonly Choice[] | undefined,
): Pick<FormField, 'control' | 'value'> {
  if (pairs) return { control: 'long', value: '' };
  if (type === 'list') {
    const items = Array.isArray(filled) ? filled.map(String) : String(filled).split(',').filter(Boolean);
    return choices === undefined
      ? { control: 'long', value: items.join('\n') }
      : { control: 'choices', value: items };
  }
  const value = String(filled);
  if (choices !== undefined) return { control: 'choice', value };
  if (type === 'date') return { control: 'date', value };
  if (type === 'number') return { control: 'number', value };
  return { control: long ? 'long' : 'text', value };
}

/** A value that was filled in stays among the choices, even if the org has it no more. */
function withFilled(choices: readonly Choice[], value: string | readonly string[]): readonly Choice[] {
  const values = typeof value === 'string' ? [value] : value;
  const missing = values.filter((item) => item !== '' && !choices.some(({ id }) => id === item));
  return [...choices, ...missing.map((id) => ({ id, label: id }))];
}

async function choicesOf(
  { type, choices, source, required, default: standard }: Input,
  connection: Connection,
  inputs: Readonly<Record<string, unknown>>,
): Promise<readonly Choice[] | undefined> {
  const none = required || standard !== undefined || type === 'list' ? [] : [{ id: '', label: '—' }];
  if (type === 'boolean')
    return [
      { id: 'true', label: 'Yes' },
      { id: 'false', label: 'No' },
    ];
  if (choices !== undefined)
    return [...none, ...Object.entries(choices).map(([id, label]) => ({ id, label }))];
  if (source === undefined || source === TYPED) return undefined;
  const lines = (await loadDropdown(dropdowns[source], connection, { inputs })).choices;
  return lines.length === 0 || lines.length > MOST_CHOICES ? undefined : [...none, ...lines];
}
