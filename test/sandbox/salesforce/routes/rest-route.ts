import type { Author } from '../dml/author.ts';
import type { Org } from '../org.ts';

/** A call below /services/data/vXX.0, alone or as a part of a composite. */
export interface RestRequest {
  readonly method: string;
  /** What follows the versioned root, without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
  readonly author: Author;
  /** The versioned root, such as /services/data/v66.0. */
  readonly base: string;
  /** Answers another call of the same caller, which counts as no call of its own. */
  readonly dispatch: (part: RestPart) => RestAnswer;
}

/** A call inside a composite. */
export interface RestPart {
  readonly method: string;
  /** Path and query, beginning with the versioned root. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface RestAnswer {
  readonly status: number;
  /** Absent for an empty answer. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A resource of the REST API; it runs in one go, so that nothing comes between its parts. */
export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the versioned root; `:name` stands for one segment. */
  readonly path: string;
  readonly handle: (org: Org, request: RestRequest) => RestAnswer;
}

/** The object in a request's body. Throws nothing: anything else is an empty object. */
export function bodyObject(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}
