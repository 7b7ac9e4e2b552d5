import { createRequire } from 'node:module';
import type { InputField } from './app-runtime.ts';
import { toText } from './field-mapping.ts';

/** Zapier's own conversion of one mapped text, as its command line does it "like production". */
const resolveInputDataTypes: (
  data: Record<string, unknown>,
  fields: readonly InputField[],
  timezone: string,
) => Record<string, unknown> = createRequire(import.meta.url)(
  'zapier-platform-cli/src/oclif/commands/invoke/input-types.js',
);

/** An input that stops a step before its code runs. */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
}

/**
 * The `inputData` a step is called with, from its mapped params and the fields of the operation: defaults, types,
 * lists, dictionaries, line items; what is empty is left out. Throws InputProblem for a required field without a value
 * and for a date in words, which depends on the wall clock.
 */
export function toInputData(
  mapped: Readonly<Record<string, unknown>>,
  fields: readonly InputField[],
  timezone: string,
): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const given = convert(mapped[field.key], field, timezone);
    const value = given ?? convert(field.default, field, timezone);
    if (value !== undefined) data[field.key] = value;
    else if (field.required === true && field.type !== 'copy')
      throw new InputProblem(`Required field "${field.label ?? field.key}" (${field.key}) is missing.`);
  }
  return data;
}

function convert(value: unknown, field: InputField, timezone: string): unknown {
  if (isEmpty(value)) return undefined;
  if (field.children) {
    const rows = toList(value).map((row) => toInputData(toRecord(row), field.children ?? [], timezone));
    return rows.length === 0 ? undefined : rows;
  }
  if (field.list) {
    const items = toList(value).flatMap((item) => {
      const converted = scalar(item, field, timezone);
      return converted === undefined ? [] : [converted];
    });
    return items.length === 0 ? undefined : items;
  }
  if (field.dict)
    return Object.fromEntries(Object.entries(toRecord(value)).map(([key, entry]) => [key, toText(entry)]));
  return scalar(value, field, timezone);
}

function scalar(value: unknown, field: InputField, timezone: string): unknown {
  if (isEmpty(value)) return undefined;
  if (typeof value === 'number' && (field.type === 'number' || field.type === 'integer')) return value;
  if (typeof value === 'boolean' && field.type === 'boolean') return value;
  const text = toText(value);
  if (field.type === 'datetime' && !/\d{4}-\d{2}-\d{2}|^\d{10,14}$/.test(text))
    throw new InputProblem(`Field "${field.label ?? field.key}": "${text}" is a date in words.`);
  return resolveInputDataTypes({ value: text }, [{ key: 'value', type: field.type ?? 'string' }], timezone)
    .value;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flat() : [value];
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
