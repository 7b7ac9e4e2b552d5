/** A request as it will be sent, in Make's terms. */
export interface BuiltRequest {
  readonly method: string;
  /** The address in the app's terms, with its query. */
  readonly url: string;
  /** Name and value; a name may occur several times. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Uint8Array<ArrayBuffer> | FormData | undefined;
  readonly followRedirects: boolean;
  /** What the log shows, before it is sanitised. */
  readonly logged: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, unknown>>;
    readonly qs: Readonly<Record<string, unknown>>;
    readonly body: unknown;
  };
}
