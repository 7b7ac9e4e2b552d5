import { ErrorCode } from '../shared/error.ts';

/**
 * What Make does about an error. RateLimitError and ConnectionError are retried with stored incomplete executions,
 * DataError waits for a person, InvalidConfigurationError and InvalidAccessTokenError stop the scenario.
 */
export type MakeErrorType =
  | 'RuntimeError'
  | 'DataError'
  | 'RateLimitError'
  | 'ConnectionError'
  | 'InvalidConfigurationError'
  | 'InvalidAccessTokenError';

/** The one table from Dealwire's codes to Make's types. */
export const errorTypeOf: Readonly<Record<ErrorCode, MakeErrorType>> = {
  [ErrorCode.salesforceSessionExpired]: 'ConnectionError',
  [ErrorCode.salesforceGrantRevoked]: 'InvalidAccessTokenError',
  [ErrorCode.slackTokenRevoked]: 'InvalidAccessTokenError',
  [ErrorCode.salesforceLimited]: 'RateLimitError',
  [ErrorCode.salesforceUsedUp]: 'RateLimitError',
  [ErrorCode.slackLimited]: 'RateLimitError',
  [ErrorCode.salesforceUnavailable]: 'ConnectionError',
  [ErrorCode.slackUnavailable]: 'ConnectionError',
  [ErrorCode.deliveryBusy]: 'ConnectionError',
  [ErrorCode.outOfTime]: 'ConnectionError',
  [ErrorCode.missingScope]: 'InvalidConfigurationError',
  [ErrorCode.missingField]: 'InvalidConfigurationError',
  [ErrorCode.missingObject]: 'InvalidConfigurationError',
  [ErrorCode.invalidInput]: 'DataError',
  [ErrorCode.recordNotFound]: 'DataError',
  [ErrorCode.deliveryUnsure]: 'DataError',
  [ErrorCode.noDestination]: 'DataError',
  [ErrorCode.pushRefused]: 'DataError',
  [ErrorCode.salesforceRefused]: 'DataError',
  [ErrorCode.slackRefused]: 'DataError',
  [ErrorCode.notExpressible]: 'RuntimeError',
  [ErrorCode.invalidTree]: 'RuntimeError',
};
