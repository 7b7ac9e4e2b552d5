import { InvalidInputError } from '../error.ts';
import { isRecordId, toRecordId18 } from '../salesforce/record-id.ts';
import { compileCondition } from '../target/js/compile.ts';
import { writeIdentifier } from '../target/soql/literal.ts';
import { type Form, forms, type Input, type Operation, type Rule, type Source } from './definition.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The values of an operation's inputs, with defaults filled in, texts trimmed and record ids completed to 18
 * characters. Throws `InvalidInputError` with the label of the first input that cannot be used.
 */
export function checkInputs(
  { inputs, rules = [] }: Pick<Operation, 'inputs' | 'rules'>,
  values: Values,
): Values {
  const checked = Object.fromEntries(inputs.map((input) => [input.key, check(input, values[input.key])]));
  const broken = rules.find((rule) => isBroken(rule, checked));
  if (broken === undefined) return checked;
  const { label = broken.input } = inputs.find(({ key }) => key === broken.input) ?? {};
  throw new InvalidInputError(label, broken.reason, broken.fix);
}

function isBroken({ broken }: Rule, parameters: Values): boolean {
  return compileCondition(broken)({
    record: {},
    parameters,
    notes: {},
    answer: undefined,
    now: 0,
    locale: 'en-US',
    fiscalYearStartMonth: 1,
  });
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
      return input.pairs ? checkPairs(input, value) : checkList(input, value);
    case 'date':
      return checkDay(input, value);
    case 'number':
      return checkNumber(input, value);
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
  if (input.form !== undefined && !hasForm(input.form, text))
    throw invalid(input, `it is not ${forms[input.form].name}`);
  if (input.choices !== undefined && !Object.hasOwn(input.choices, text))
    throw invalid(input, `it is not one of ${Object.keys(input.choices).join(', ')}`);
  return checkFieldPath(input, text);
}

function hasForm(form: Form, text: string): boolean {
  if (!new RegExp(`^${forms[form].pattern}$`).test(text)) return false;
  return form !== 'time-zone' || isTimeZone(text);
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function checkRecordId(input: Input, text: string, object: NonNullable<Input['recordIdOf']>): string {
  if (!isRecordId(text))
    throw invalid(
      input,
      `it is not a record id of 15 or 18 characters (it has ${text.length}), or its checksum is wrong`,
    );
  if (object !== 'Record' && !isRecordId(text, object))
    throw invalid(input, `${text} is the id of another object, not of an ${object}`);
  return toRecordId18(text);
}

const FIELD_SOURCES: ReadonlySet<Source | undefined> = new Set([
  'opportunity-fields',
  'opportunity-amount-fields',
  'opportunity-user-fields',
  'opportunity-extra-fields',
  'opportunity-checkboxes',
  'csm-fields',
  'case-extra-fields',
  'object-extra-fields',
  'lead-extra-fields',
  'account-extra-fields',
  'account-fields',
  'account-user-fields',
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
  const other = items.find((item) => input.choices !== undefined && !Object.hasOwn(input.choices, item));
  if (other !== undefined)
    throw invalid(
      input,
      `"${other.slice(0, 40)}" is not one of ${Object.keys(input.choices ?? {}).join(', ')}`,
    );
  return items.map((item) => checkFieldPath(input, item));
}

/** Pairs as the platforms give them: an object of names and values, or a list of objects. */
function checkPairs(input: Input, value: unknown): readonly { readonly from: string; readonly to: string }[] {
  if (typeof value !== 'object' || value === null) throw invalid(input, 'it is not a list of pairs');
  const pairs = Array.isArray(value)
    ? value.map((pair: Values | null) => [pair?.from, pair?.to])
    : Object.entries(value);
  const given = pairs.map(([from, to]) => ({ from: String(from ?? '').trim(), to: String(to ?? '').trim() }));
  if (given.some(({ from, to }) => from === '' || to === ''))
    throw invalid(input, 'a pair in it is not complete');
  if (input.most !== undefined && given.length > input.most)
    throw invalid(input, `it holds ${given.length} pairs, more than ${input.most}`);
  return given;
}

/** A day, or the day that an instant of a platform begins with. */
function checkDay(input: Input, value: unknown): string {
  const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(String(value).trim())?.[0];
  if (day === undefined || Number.isNaN(Date.parse(day))) throw invalid(input, 'it is not a date');
  return day;
}

function checkNumber(input: Input, value: unknown): number {
  const number = typeof value === 'number' ? value : Number(String(value).trim());
  if (!Number.isInteger(number)) throw invalid(input, 'it is not a whole number');
  const { least = 0, highest = Number.MAX_SAFE_INTEGER } = input;
  if (number < least || number > highest)
    throw invalid(input, `${number} is not between ${least} and ${highest}`);
  return number;
}

function checkBoolean(input: Input, value: unknown): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw invalid(input, 'it is neither true nor false');
}

function invalid(input: Input, reason: string): InvalidInputError {
  return new InvalidInputError(input.label, reason, input.help);
}
