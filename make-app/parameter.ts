import { forms, type Input, type Output, type Source } from '../shared/operation/definition.ts';
import { isSearched } from '../shared/operation/dropdown/dropdowns.ts';
import type { Json } from '../shared/target/iml/tree.ts';
import { idOf } from './component.ts';
import { RECORD_ID } from './record-id.ts';

/** An input as Make's editor shows it. */
export function toParameter(input: Input): Json {
  return {
    name: input.key,
    label: input.label,
    help: input.help,
    required: input.required ?? false,
    ...typeOf(input),
    ...validation(input),
  };
}

function typeOf(input: Input): Record<string, Json> {
  const otherwise = input.default === undefined ? {} : { default: input.default };
  if (input.type === 'boolean')
    return { type: 'boolean', ...(input.default === undefined ? {} : { default: input.default === 'true' }) };
  if (input.source === 'time-zones') return { type: 'timezone', ...otherwise };
  if (input.type === 'date') return { type: 'date', time: false };
  if (input.type === 'number')
    return {
      type: 'uinteger',
      ...(input.default === undefined ? {} : { default: Number(input.default) }),
    };
  if (input.pairs)
    return {
      type: 'array',
      spec: [
        { name: 'from', label: 'From', type: 'text', required: true },
        { name: 'to', label: 'To', type: 'text', required: true },
      ],
    };
  if (input.source !== undefined && isSearched(input.source)) {
    const text = { type: 'text', rpc: searchOf(input.source) };
    return input.type === 'list'
      ? { type: 'array', spec: { name: 'value', label: input.label, ...text } }
      : { ...text, ...otherwise };
  }
  if (input.source !== undefined)
    return {
      type: 'select',
      options: `rpc://${idOf(input.source)}`,
      ...(input.type === 'list'
        ? { multiple: true, ...(input.default === undefined ? {} : { default: [input.default] }) }
        : otherwise),
    };
  if (input.type === 'list' && input.choices === undefined)
    return { type: 'array', spec: { name: 'value', label: input.label, type: 'text' } };
  if (input.choices !== undefined) {
    const options = Object.entries(input.choices).map(([value, label]) => ({ value, label }));
    return { type: 'select', options, ...(input.type === 'list' ? { multiple: true } : otherwise) };
  }
  return { type: 'text', ...(input.long ? { multiline: true } : {}), ...otherwise };
}

/** The button that looks for a value by a part of its name. */
function searchOf(source: Source): Json {
  const part: Json = { name: 'search', label: 'Part of the name', type: 'text' };
  return { label: 'Search', url: `rpc://${idOf(source)}`, parameters: [part] };
}

function validation({ most, recordIdOf, form, type, least, highest }: Input): Record<string, Json> {
  if (most !== undefined) return { validate: { maxItems: most } };
  if (type === 'number' && (least !== undefined || highest !== undefined))
    return {
      validate: {
        ...(least === undefined ? {} : { min: least }),
        ...(highest === undefined ? {} : { max: highest }),
      },
    };
  if (form !== undefined && form !== 'time-zone')
    return { validate: { pattern: `^\\s*${forms[form].pattern}\\s*$` } };
  return recordIdOf === undefined ? {} : { validate: { pattern: `^\\s*${RECORD_ID[recordIdOf]}\\s*$` } };
}

const TYPE = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  instant: 'date',
  list: 'array',
} as const;

/** A returned value as later modules of a scenario see it. */
export function toInterface({ key, label, type }: Output): Json {
  return {
    name: key,
    label,
    type: TYPE[type],
    ...(type === 'list' ? { spec: { name: 'value', label, type: 'text' } } : {}),
  };
}
