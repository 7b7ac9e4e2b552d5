import {
  DealwireError,
  MissingFieldError,
  MissingObjectError,
  SalesforceLimitedError,
  SalesforceRefusedError,
  SalesforceSessionExpiredError,
  SalesforceUnavailableError,
} from '../error.ts';

/** One entry of Salesforce's error array. */
export interface SalesforceErrorBody {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** Seconds to wait when the daily request allowance is used up. */
const LIMIT_WAIT = 900;
/** Seconds to wait when Salesforce is busy or silent. */
const BUSY_WAIT = 30;

/** Codes that say "later", not "no". */
const BUSY = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'UNKNOWN_EXCEPTION',
  'QUERY_TIMEOUT',
  'REQUEST_RUNNING_TOO_LONG',
]);

/** A 401 with one of these texts is a policy of the org: a new session would be refused just the same. */
const POLICY = [
  'This session is not valid for use with the REST API',
  'Connected app is not attached to Agent',
];

/** Turns whatever a Salesforce call threw into an error a person or a platform can act on. */
export function salesforceProblem(error: unknown): DealwireError {
  if (error instanceof DealwireError) return error;
  if (error instanceof Error && 'errorCode' in error && typeof error.errorCode === 'string') {
    const data: unknown = 'data' in error ? error.data : undefined;
    const first: unknown = Array.isArray(data) ? data[0] : undefined;
    return classify(isErrorBody(first) ? first : { errorCode: error.errorCode, message: error.message }, {
      cause: error,
    });
  }
  const reason =
    error instanceof Error
      ? error.name === 'AbortError'
        ? 'no answer in time'
        : 'the connection failed'
      : 'the call failed';
  return new SalesforceUnavailableError(reason, BUSY_WAIT, { cause: error });
}

/** Classifies the error array of a part of a Composite call. */
export function salesforceProblemOf(body: unknown): DealwireError {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return classify(
    isErrorBody(first)
      ? first
      : { errorCode: 'UNKNOWN_EXCEPTION', message: 'an answer without an error code' },
  );
}

function isErrorBody(value: unknown): value is SalesforceErrorBody {
  return (
    typeof value === 'object' && value !== null && 'errorCode' in value && typeof value.errorCode === 'string'
  );
}

function classify({ errorCode, message }: SalesforceErrorBody, options?: ErrorOptions): DealwireError {
  if (errorCode === 'INVALID_SESSION_ID')
    return POLICY.some((text) => message.includes(text))
      ? new SalesforceRefusedError(errorCode, message, options)
      : new SalesforceSessionExpiredError(options);
  if (errorCode === 'REQUEST_LIMIT_EXCEEDED') return new SalesforceLimitedError(LIMIT_WAIT, options);
  if (BUSY.has(errorCode) || /^ERROR_HTTP_5/.test(errorCode))
    return new SalesforceUnavailableError(errorCode, BUSY_WAIT, options);
  if (errorCode === 'INVALID_FIELD') {
    const [, field = 'named in the query', object] =
      /No such column '([^']+)' on (?:sobject of type|entity) '?(\w+)/.exec(message) ?? [];
    return new MissingFieldError(object === undefined ? field : `${object}.${field}`, options);
  }
  if (errorCode === 'INVALID_TYPE') {
    const [, object = 'named in the query'] = /sObject type '([^']+)' is not supported/.exec(message) ?? [];
    return new MissingObjectError(object, options);
  }
  return new SalesforceRefusedError(errorCode, message, options);
}
