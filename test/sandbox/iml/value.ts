/** A collection: an object that is no array, date or buffer. */
export function isCollection(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}

/** Whether a value is null or undefined. */
export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** IML's truth is JavaScript's, so that an empty array is true. */
export function isTrue(value: unknown): boolean {
  return Boolean(value);
}

const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Whether a text is a number in plain decimal notation: no blanks, sign `+`, exponent or needless leading zeros. */
export function isPlainNumber(text: string): boolean {
  return PLAIN_NUMBER.test(text);
}

/** A text that some reading of IML could take for a number. */
export function looksNumeric(text: string): boolean {
  return text.trim() !== '' && !Number.isNaN(Number(text));
}
