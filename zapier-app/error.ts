import type { Bundle, ZObject } from 'zapier-platform-core';
import { DealwireError, ErrorCode } from '../shared/error.ts';

/**
 * What Zapier does about an error: `refresh` renews the connection and repeats the step, `expired` holds the Zap until
 * someone reconnects, `throttled` repeats after the wait, `halted` stops the run without an alarm, `errored` reports
 * it and leaves it to autoreplay.
 */
type Kind = 'refresh' | 'expired' | 'throttled' | 'halted' | 'errored';

/** The one table from Dealwire's codes to Zapier's kinds. */
export const kindOf: Readonly<Record<ErrorCode, Kind>> = {
  [ErrorCode.salesforceSessionExpired]: 'refresh',
  [ErrorCode.salesforceGrantRevoked]: 'expired',
  [ErrorCode.slackTokenRevoked]: 'expired',
  [ErrorCode.salesforceLimited]: 'throttled',
  [ErrorCode.salesforceUnavailable]: 'throttled',
  [ErrorCode.slackLimited]: 'throttled',
  [ErrorCode.slackUnavailable]: 'throttled',
  [ErrorCode.deliveryBusy]: 'throttled',
  [ErrorCode.outOfTime]: 'throttled',
  [ErrorCode.missingScope]: 'halted',
  [ErrorCode.missingField]: 'halted',
  [ErrorCode.missingObject]: 'halted',
  [ErrorCode.invalidInput]: 'halted',
  [ErrorCode.recordNotFound]: 'halted',
  [ErrorCode.deliveryUnsure]: 'halted',
  [ErrorCode.noDestination]: 'halted',
  [ErrorCode.pushRefused]: 'halted',
  [ErrorCode.salesforceUsedUp]: 'errored',
  [ErrorCode.salesforceRefused]: 'errored',
  [ErrorCode.slackRefused]: 'errored',
  [ErrorCode.notExpressible]: 'errored',
  [ErrorCode.invalidTree]: 'errored',
};

/**
 * The error Zapier understands, for any error; what is not ours stays as it is. Its text is ours alone: core would add
 * the whole bundle to it (`doNotContextify` is core's own way to prevent that).
 */
export function toZapierError(z: ZObject, error: unknown): unknown {
  return error instanceof DealwireError ? Object.assign(convert(z, error), { doNotContextify: true }) : error;
}

function convert(z: ZObject, error: DealwireError): Error {
  const text = `${error.message} ${error.fix}`;
  switch (kindOf[error.code]) {
    case 'refresh':
      return new z.errors.RefreshAuthError(text);
    case 'expired':
      return new z.errors.ExpiredAuthError(text);
    case 'throttled':
      return new z.errors.ThrottledError(text, Math.ceil(retryAfter(error)));
    case 'halted':
      return new z.errors.HaltedError(text);
    case 'errored':
      return new z.errors.Error(text, error.code, 400);
  }
}

/** The same function, throwing Zapier's errors in place of ours. */
export function inZapierTerms<B extends Bundle, R>(
  perform: (z: ZObject, bundle: B) => Promise<R>,
): (z: ZObject, bundle: B) => Promise<R> {
  return async (z, bundle) => {
    try {
      return await perform(z, bundle);
    } catch (error) {
      throw toZapierError(z, error);
    }
  };
}

function retryAfter(error: DealwireError): number {
  return 'retryAfter' in error && typeof error.retryAfter === 'number' ? error.retryAfter : 60;
}
