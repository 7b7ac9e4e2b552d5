import type { DirectiveErrorType } from '../error.ts';

/** A JSON object whose texts may hold `{{IML}}`. */
export type ImlObject = Readonly<Record<string, unknown>>;

/** A literal boolean or an IML text. */
export type Condition = boolean | string;

/** What an HTTP error means, for all statuses or for single ones (`"429"`). */
export type ErrorDirectives =
  | string
  | ({ readonly message?: string; readonly type?: DirectiveErrorType | string } & {
      readonly [status: `${number}`]: { readonly message?: string; readonly type?: string } | undefined;
    });

/** `response.valid` with its own wording. */
export interface ValidDirectives {
  readonly condition?: Condition;
  readonly message?: string;
  readonly type?: string;
}

/** `response.trigger` of a polling trigger. */
export interface TriggerDirectives {
  readonly type: 'date' | 'id';
  readonly order: 'asc' | 'desc' | 'unordered';
  readonly id: string;
  readonly date?: string;
}

/** The `response` part of a request. */
export interface ResponseDirectives {
  readonly type?: string | Readonly<Record<string, string>>;
  readonly valid?: Condition | ValidDirectives;
  readonly error?: ErrorDirectives;
  readonly limit?: number | string;
  readonly iterate?: string | { readonly container: string; readonly condition?: Condition };
  readonly temp?: ImlObject;
  readonly output?: unknown;
  readonly wrapper?: unknown;
  readonly trigger?: TriggerDirectives;
  readonly data?: ImlObject;
  readonly metadata?: ImlObject;
  readonly uid?: string;
  readonly expires?: string;
}

/** How the next page is asked for. */
export interface PaginationDirectives {
  readonly mergeWithParent?: boolean;
  readonly url?: string;
  readonly method?: string;
  readonly headers?: ImlObject;
  readonly qs?: ImlObject;
  readonly body?: unknown;
  readonly condition?: Condition;
}

/** One step of a communication: a request, or without `url` a computation. */
export interface RequestDirectives {
  readonly url?: string;
  readonly encodeUrl?: boolean;
  readonly method?: string;
  readonly headers?: ImlObject;
  readonly qs?: ImlObject;
  readonly body?: unknown;
  readonly type?: string;
  readonly temp?: ImlObject;
  readonly condition?: Condition | { readonly condition: Condition; readonly default?: unknown };
  readonly followRedirects?: boolean;
  readonly log?: { readonly sanitize?: readonly string[] };
  readonly pagination?: PaginationDirectives;
  readonly repeat?: { readonly condition: Condition; readonly delay: number; readonly limit: number };
  readonly response?: ResponseDirectives;
}

/** The Base of an app. */
export interface BaseDirectives extends RequestDirectives {
  readonly baseUrl?: string;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** The steps of an OAuth 2.0 connection. */
export interface OAuthDirectives {
  readonly preauthorize?: RequestDirectives;
  readonly authorize?: RequestDirectives;
  readonly token?: RequestDirectives;
  readonly info?: RequestDirectives;
  readonly refresh?: RequestDirectives;
  readonly invalidate?: RequestDirectives;
}

/** The reply to a webhook's caller. */
export interface RespondDirectives {
  readonly type?: 'json' | 'urlencoded' | 'text';
  readonly status?: number | string;
  readonly headers?: ImlObject;
  readonly body?: unknown;
}

/** What a webhook does with an incoming request. */
export interface WebhookDirectives {
  readonly verification?: { readonly condition: Condition; readonly respond?: RespondDirectives };
  readonly respond?: RespondDirectives;
  readonly condition?: Condition;
  readonly iterate?: string | { readonly container: string; readonly condition?: Condition };
  readonly output?: unknown;
}
