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

/** What Salesforce answers when the org has used its calls up. */
export const LIMIT_CODE = 'REQUEST_LIMIT_EXCEEDED';

/** Seconds to wait when the daily request allowance is used up. */
const LIMIT_WAIT = 900;
/** Seconds to wait when Salesforce is busy or silent. */
const BUSY_WAIT = 30;

/** Codes that say "later", not "no". */
export const BUSY: ReadonlySet<string> = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'UNKNOWN_EXCEPTION',
  'QUERY_TIMEOUT',
  'REQUEST_RUNNING_TOO_LONG',
]);

/** Codes whose message repeats a value of the record or of an input. */
export const REPEATS_VALUE: ReadonlySet<string> = new Set([
  'STRING_TOO_LONG',
  'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  'INVALID_EMAIL_ADDRESS',
  'NUMBER_OUTSIDE_VALID_RANGE',
  'DUPLICATE_VALUE',
  'DUPLICATES_DETECTED',
  'MALFORMED_QUERY',
  'JSON_PARSER_ERROR',
]);

/** A 401 with one of these texts is a policy of the org: a new session would be refused just the same. */
const POLICY = [
  'This session is not valid for use with the REST API',
  'Connected app is not attached to Agent',
];

/** What an admin does about a refusal, by code. */
export const salesforceFixes: Readonly<Record<string, string>> = {
  INVALID_FIELD: 'Check the API names of the fields, and that the integration user may read them.',
  INVALID_QUERY_FILTER_OPERATOR:
    'With custom fiscal years, define the current one under Setup > Fiscal Year; otherwise correct what Salesforce names.',
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'Exempt the integration user from the validation rule.',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY:
    'A trigger or flow of the org failed: exempt the integration user from it, or ask its owner.',
  INSUFFICIENT_ACCESS_OR_READONLY:
    'Assign the permission sets of the Dealwire package to the integration user (Core; Write-back to post to Chatter).',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY:
    'Let the integration user see the record that the other one refers to.',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'Give the integration user edit access to the fields.',
  ENTITY_IS_LOCKED: 'Wait until the approval of the record has ended, or let the integration user edit it.',
  API_DISABLED_FOR_ORG:
    'Give the integration user the permission API Enabled, in an edition that has the API.',
  INVALID_SESSION_ID: 'Let an admin look at the session and connected app policies of the org.',
  NOT_FOUND:
    'Check that Chatter and the Dealwire package are there and that the integration user may use them.',
};

/** What an admin does about any other refusal. */
export const OTHER_FIX = 'Correct what Salesforce names, then run the step again.';

/**
 * Turns whatever a call of `path` threw into an error a person or a platform can act on. What Salesforce answered is
 * not kept as the cause: it may repeat values of the record.
 */
export function salesforceProblem(error: unknown, path?: string): DealwireError {
  if (error instanceof DealwireError) return error;
  if (isObject(error) && 'errorCode' in error) {
    const data: unknown = 'data' in error ? error.data : undefined;
    const first: unknown = Array.isArray(data) ? data[0] : data;
    return classify(isErrorBody(first) ? first : withoutBody(error.errorCode), path);
  }
  const isLate = isObject(error) && 'name' in error && error.name === 'AbortError';
  return new SalesforceUnavailableError(isLate ? 'no answer in time' : 'the connection failed', BUSY_WAIT, {
    cause: error,
  });
}

/** Classifies the error array of a part of a Composite call that was sent to `path`. */
export function salesforceProblemOf(body: unknown, path?: string): DealwireError {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  return classify(isErrorBody(first) ? first : withoutBody(undefined), path);
}

/** What stands for an answer that is no error array, such as a proxy's page. */
function withoutBody(errorCode: unknown): SalesforceErrorBody {
  return {
    errorCode: typeof errorCode === 'string' ? errorCode : 'UNKNOWN_EXCEPTION',
    message: 'an answer without an error array',
  };
}

function isErrorBody(value: unknown): value is SalesforceErrorBody {
  return (
    isObject(value) &&
    'errorCode' in value &&
    typeof value.errorCode === 'string' &&
    !value.errorCode.startsWith('ERROR_HTTP_') &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function classify({ errorCode, message, fields = [] }: SalesforceErrorBody, path = ''): DealwireError {
  const noSession = errorCode === 'INVALID_SESSION_ID' || errorCode === 'ERROR_HTTP_401';
  if (noSession && !POLICY.some((text) => message.includes(text))) return new SalesforceSessionExpiredError();
  if (errorCode === LIMIT_CODE) return new SalesforceLimitedError(LIMIT_WAIT);
  if (BUSY.has(errorCode) || /^ERROR_HTTP_(?:5|429)/.test(errorCode))
    return new SalesforceUnavailableError(errorCode, BUSY_WAIT);
  if (errorCode === 'INVALID_FIELD') return new MissingFieldError(fieldIn(message));
  const object = objectIn(errorCode, message, path);
  if (object !== undefined) return new MissingObjectError(object);
  return new SalesforceRefusedError(
    errorCode,
    REPEATS_VALUE.has(errorCode) ? `fields: ${fields.join(', ') || 'not named'}` : message,
    (Object.hasOwn(salesforceFixes, errorCode) ? salesforceFixes[errorCode] : undefined) ?? OTHER_FIX,
  );
}

function fieldIn(message: string): string {
  const [, field, object] =
    /No such column '([^']+)' on (?:sobject of type|entity) '?(\w+)/.exec(message) ?? [];
  if (field !== undefined) return `${object}.${field}`;
  const [, relationship] = /Didn't understand relationship '([^']+)' in field path/.exec(message) ?? [];
  return relationship?.replace(/__r$/, '__c') ?? 'named in the query';
}

function objectIn(errorCode: string, message: string, path: string): string | undefined {
  if (errorCode === 'NOT_FOUND') return /\/sobjects\/(\w+__c)(?:\/describe)?$/.exec(path)?.[1];
  if (errorCode !== 'INVALID_TYPE') return undefined;
  return (
    /sObject type '([^']+)' is not supported|Didn't understand relationship '([^']+)'/
      .exec(message)
      ?.slice(1)
      .find((name) => name !== undefined) ?? 'named in the query'
  );
}
