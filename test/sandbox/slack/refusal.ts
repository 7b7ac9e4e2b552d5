/** A call that Slack answers with `ok: false`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The refusal that Slack explains in `response_metadata.messages`. */
export const explainedRefusal = (code: string, messages: readonly string[]) =>
  new Refusal(code, { response_metadata: { messages } });
