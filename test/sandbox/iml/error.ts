/** A text that is no IML expression or template of its dialect. */
export class ImlSyntaxError extends Error {
  override readonly name = 'ImlSyntaxError';
  /** Index of the offending character in the text given, in UTF-16 units from 0. */
  readonly position: number;
  readonly expected: string;

  constructor(text: string, position: number, expected: string) {
    const near = text.slice(position, position + 20);
    const found = near === '' ? 'the end of the text' : `"${near}"`;
    super(
      `IML syntax: expected ${expected} at position ${position}, found ${found}. Correct the expression there.`,
    );
    this.position = position;
    this.expected = expected;
  }
}

/** An expression that is well formed but fails for this input, as it would on Make (malformed JSON, unknown zone). */
export class ImlError extends Error {
  override readonly name = 'ImlError';
}

/** Input that is cyclic, nested too deeply or too large; the message names the limit. */
export class ImlLimitError extends Error {
  override readonly name = 'ImlLimitError';
}
