import type { PlainInputField } from 'zapier-platform-core';
import type { Input, Source } from '../shared/operation/definition.ts';
import { dropdownNeeds } from '../shared/operation/dropdown/dropdowns.ts';

/** The hidden trigger that fills the dropdown of a source; every one returns `id` and `label`. */
export function dropdownOf(source: Source): string {
  return source.replaceAll('-', '_');
}

/** An input as Zapier's editor shows it. */
export function toInputField(input: Input): PlainInputField {
  return {
    key: input.key,
    label: input.label,
    helpText: input.help,
    type: typeOf(input),
    required: input.required ?? false,
    ...(input.type === 'list' ? (input.pairs ? { dict: true } : { list: true }) : {}),
    ...(input.default === undefined ? {} : { default: input.default }),
    ...(input.placeholder === undefined ? {} : { placeholder: input.placeholder }),
    ...(input.choices === undefined ? {} : { choices: { ...input.choices } }),
    ...(input.source === undefined ? {} : dynamicOf(input.source)),
  };
}

function dynamicOf(source: Source): Pick<PlainInputField, 'dynamic' | 'dependsOn'> {
  const needs = dropdownNeeds(source);
  return {
    dynamic: `${dropdownOf(source)}.id.label`,
    ...(needs.length === 0 ? {} : { dependsOn: [...needs] }),
  };
}

const TYPE: Readonly<Partial<Record<Input['type'], PlainInputField['type']>>> = {
  boolean: 'boolean',
  number: 'integer',
  date: 'datetime',
};

function typeOf({ type, long }: Input): NonNullable<PlainInputField['type']> {
  return TYPE[type] ?? (long ? 'text' : 'string');
}
