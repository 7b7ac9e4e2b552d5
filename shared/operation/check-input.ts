import { InvalidInputError } from '../error.ts';
import { isRecordId, toRecordId18 } from '../salesforce/record-id.ts';
import { writeIdentifier } from '../target/soql/literal.ts';
import type { Input, Source } from './definition.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The values of an operation's inputs, with defaults filled in, texts trimmed and record ids completed to 18
 * characters. Throws `InvalidInputError` with the label of the first input that cannot be used.
 */
export function checkInputs(inputs: readonly Input[], values: Values): Values {
  return Object.fromEntries(inputs.map((input) => [input.key, check(input, values[input.key])]));
}

function check(input: Input, given: unknown): unknown {
  const value = isMissing(given) ? input.default : given;
  if (isMissing(value)) {
    if (input.required)
      throw new InvalidInputError(input.label, 'it is empty', `Map or type a value. ${input.help}`);
    return input.type === 'list' ? [] : undefined;
  }
  switch (input.type) {
    case 'list':
      return checkList(input, value);
    case 'boolean':
      return checkBoolean(input, value);
    default:
      return checkText(input, value);
  }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function checkText(input: Input, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') throw invalid(input, 'it is not a text');
  const text = String(value).trim();
  if (input.longest !== undefined && text.length > input.longest)
    throw invalid(input, `it has ${text.length} characters, more than ${input.longest}`);
  if (input.recordIdOf !== undefined) return checkRecordId(input, text, input.recordIdOf);
  if (input.choices !== undefined && !Object.hasOwn(input.choices, text))
    throw invalid(input, `it is not one of ${Object.keys(input.choices).join(', ')}`);
  return checkFieldPath(input, text);
}

function checkRecordId(input: Input, text: string, object: NonNullable<Input['recordIdOf']>): string {
  if (!isRecordId(text))
    throw invalid(
      input,
      `it is not a record id of 15 or 18 characters (it has ${text.length}), or its checksum is wrong`,
    );
  if (!isRecordId(text, object))
    throw invalid(input, `${text} is the id of another object, not of an ${object}`);
  return toRecordId18(text);
}

const FIELD_SOURCES: ReadonlySet<Source | undefined> = new Set([
  'opportunity-fields',
  'opportunity-user-fields',
  'extra-fields',
]);

/** A field goes into a query as it is, so it must be an API name; a type and a label may follow it. */
function checkFieldPath(input: Input, text: string): string {
  if (FIELD_SOURCES.has(input.source)) writeIdentifier(text.replace(/:.*$/s, ''), input.label);
  return text;
}

/**
 * A list as the platforms give it: an array, or text with commas or line breaks between the items. An item of a mapped
 * list that holds commas may be several, so it counts as itself and as its parts.
 */
function checkList(input: Input, value: unknown): readonly string[] {
  const given = Array.isArray(value) ? value.map((item) => String(item ?? '')) : [String(value)];
  const splits = input.mapped || !Array.isArray(value);
  const whole = input.mapped ? given : [];
  const parts = splits ? given.flatMap((item) => item.split(/[,\n]/)) : given;
  const items = [...new Set([...whole, ...parts].map((item) => item.trim()))].filter((item) => item !== '');
  if (input.most !== undefined && items.length > input.most)
    throw invalid(input, `it holds ${items.length} items, more than ${input.most}`);
  return items.map((item) => checkFieldPath(input, item));
}

function checkBoolean(input: Input, value: unknown): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw invalid(input, 'it is neither true nor false');
}

function invalid(input: Input, reason: string): InvalidInputError {
  return new InvalidInputError(input.label, reason, input.help);
}
