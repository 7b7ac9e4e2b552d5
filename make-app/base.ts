import {
  SalesforceLimitedError,
  SalesforceSessionExpiredError,
  SalesforceUnavailableError,
} from '../shared/error.ts';
import { log } from './component.ts';
import type { Request } from './delivery/levels.ts';
import { errorTypeOf } from './error-type.ts';

const expired = new SalesforceSessionExpiredError();
const limited = new SalesforceLimitedError(0);

/** Salesforce answers an array of errors, and with 403 when the allowance of calls is used up. */
const code = "ifempty(body[1].errorCode, 'no code')";
const reason =
  "[{{statusCode}}] {{ifempty(body[1].errorCode, emptystring)}} {{ifempty(body[1].message, 'The service refused the request.')}}";

/**
 * What an HTTP status means, for both services. The type stands beside every text, since Make may forget the status's own
 * type otherwise.
 */
export const httpErrors = {
  message: '[{{statusCode}}] The service refused the request.',
  type: 'DataError',
  400: { message: reason, type: 'DataError' },
  401: { message: `[401] ${expired.message} ${expired.fix}`, type: errorTypeOf[expired.code] },
  403: {
    message: reason,
    type: `{{if(${code} == 'REQUEST_LIMIT_EXCEEDED', '${errorTypeOf[limited.code]}', 'InvalidConfigurationError')}}`,
  },
  404: { message: reason, type: 'InvalidConfigurationError' },
  429: {
    message: '[429] The service asked to wait. The step is repeated by the platform.',
    type: 'RateLimitError',
  },
  ...Object.fromEntries(
    [500, 502, 503, 504].map((status) => {
      const error = new SalesforceUnavailableError(`HTTP ${status}`, 0);
      return [
        status,
        {
          message: `[${status}] The service did not answer. ${error.fix}`,
          type: errorTypeOf[error.code],
        },
      ];
    }),
  ),
} as const;

/** What every request of modules and procedures inherits. It holds no token: each request names its own. */
export const base: Request = {
  baseUrl: '{{connection.instanceUrl}}',
  log,
  response: { error: httpErrors },
};
