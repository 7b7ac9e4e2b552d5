/** An answer that ends the handling of a request. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }

  /** The answer in the form of Make's errors, as the SDK reads them. */
  response(): Response {
    const { status, message, headers } = this;
    return Response.json({ message, detail: message, code: `SC${status}` }, { status, headers });
  }
}

/** A section: text with comments as it was sent, or parsed, as Make does both. */
export function sectionAnswer(text: string, form: 'text' | 'parsed'): Response {
  return form === 'text'
    ? new Response(text, { headers: { 'content-type': 'application/jsonc' } })
    : Response.json(JSON.parse(text));
}
