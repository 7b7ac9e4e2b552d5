import { InvalidInputError } from '../../error.ts';
import { wellFormed } from '../well-formed.ts';

const IDENTIFIER = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/;

/** The longest text literal, in characters after escaping: Salesforce's limit for a string in a WHERE clause. */
const TEXT_LIMIT = 4000;

/** The text is a field path; nothing else can be put into a query unquoted. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** A field path from an input. Throws InvalidInputError for anything else. */
export function writeIdentifier(text: string, input: string): string {
  if (isIdentifier(text)) return text;
  throw new InvalidInputError(
    input,
    'it holds something that is no API name of a field',
    'Choose a field from the list, or write its API name, such as Amount or Contract.StartDate.',
  );
}

/**
 * The inside of a quoted literal; with `like` the wildcards are plain characters too. A control character that SOQL has
 * no escape for becomes a blank.
 */
export function escapeLiteral(text: string, like: boolean, input: string): string {
  const escaped = wellFormed(text)
    .replace(/[\\']/g, '\\$&')
    .replace(/\p{Cc}/gu, (control) => CONTROL[control] ?? ' ')
    .replace(/[%_]/g, like ? '\\$&' : '$&');
  if (escaped.length <= TEXT_LIMIT) return escaped;
  throw new InvalidInputError(
    input,
    `it is longer than the ${TEXT_LIMIT} characters that Salesforce compares`,
    'Use a shorter text.',
  );
}

/** A number without exponent. Throws InvalidInputError for one that SOQL cannot write. */
export function writeNumber(value: number, input: string): string {
  const text = String(value);
  if (Number.isFinite(value) && !text.includes('e'))
    return Number.isInteger(value) && Math.abs(value) > 0x7fffffff ? `${text}.0` : text;
  throw new InvalidInputError(input, 'it is too large or too small a number', 'Use a number below 10^21.');
}

const CONTROL: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};
