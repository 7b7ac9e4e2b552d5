/** Stable codes of everything that can go wrong; platforms map them to their own error kinds. */
export const ErrorCode = {
  salesforceSessionExpired: 'dealwire_salesforce_session_expired',
  salesforceGrantRevoked: 'dealwire_salesforce_grant_revoked',
  salesforceLimited: 'dealwire_salesforce_limited',
  salesforceUsedUp: 'dealwire_salesforce_used_up',
  salesforceUnavailable: 'dealwire_salesforce_unavailable',
  salesforceRefused: 'dealwire_salesforce_refused',
  slackTokenRevoked: 'dealwire_slack_token_revoked',
  slackLimited: 'dealwire_slack_limited',
  slackUnavailable: 'dealwire_slack_unavailable',
  slackRefused: 'dealwire_slack_refused',
  missingScope: 'dealwire_missing_scope',
  missingField: 'dealwire_missing_field',
  missingObject: 'dealwire_missing_object',
  invalidInput: 'dealwire_invalid_input',
  recordNotFound: 'dealwire_record_not_found',
  deliveryBusy: 'dealwire_delivery_busy',
  deliveryUnsure: 'dealwire_delivery_unsure',
  noDestination: 'dealwire_no_destination',
  pushRefused: 'dealwire_push_refused',
  outOfTime: 'dealwire_out_of_time',
  notExpressible: 'dealwire_not_expressible',
  invalidTree: 'dealwire_invalid_tree',
} as const;

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/** The base of every error Dealwire throws: a stable code, a message, and what an admin can do about it. */
export abstract class DealwireError extends Error {
  abstract readonly code: ErrorCode;
  /** One sentence an admin can follow. */
  readonly fix: string;

  constructor(message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.fix = fix;
  }
}

/** The Salesforce access token is no longer valid; a refresh repairs it. */
export class SalesforceSessionExpiredError extends DealwireError {
  readonly code = ErrorCode.salesforceSessionExpired;
  constructor(options?: ErrorOptions) {
    super('The Salesforce session has expired.', 'The platform refreshes it and repeats the step.', options);
  }
}

/** The Salesforce refresh token is dead: revoked, rotated away, or its user deactivated. */
export class SalesforceGrantRevokedError extends DealwireError {
  readonly code = ErrorCode.salesforceGrantRevoked;
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `Salesforce no longer accepts this connection: ${reason}.`,
      'Reconnect the Dealwire connection and sign in to Salesforce again.',
      options,
    );
  }
}

/** Salesforce's request allowance is used up; `retryAfter` is in seconds. */
export class SalesforceLimitedError extends DealwireError {
  readonly code = ErrorCode.salesforceLimited;
  readonly retryAfter: number;
  constructor(retryAfter: number, options?: ErrorOptions) {
    super(
      'The Salesforce API allowance of this org is used up.',
      'Wait, raise the allowance, or poll less often; Setup > Company Information shows API Requests, Last 24 Hours.',
      options,
    );
    this.retryAfter = retryAfter;
  }
}

/** Salesforce's request allowance is used up, and an error path of the flow was promised to alert without Salesforce. */
export class SalesforceUsedUpError extends DealwireError {
  readonly code = ErrorCode.salesforceUsedUp;
  constructor(options?: ErrorOptions) {
    super(
      'The Salesforce API allowance of this org is used up (REQUEST_LIMIT_EXCEEDED).',
      'Let Send Alert Without Salesforce alert in the error path of this step, or set If Salesforce Limit Is Reached to wait.',
      options,
    );
  }
}

/** Salesforce did not answer, or asked to come back later; `retryAfter` is in seconds. */
export class SalesforceUnavailableError extends DealwireError {
  readonly code = ErrorCode.salesforceUnavailable;
  readonly retryAfter: number;
  constructor(reason: string, retryAfter: number, options?: ErrorOptions) {
    super(`Salesforce could not be reached: ${reason}.`, 'The step is repeated by the platform.', options);
    this.retryAfter = retryAfter;
  }
}

/** Salesforce refused a request for a reason only an admin or the caller can change. */
export class SalesforceRefusedError extends DealwireError {
  readonly code = ErrorCode.salesforceRefused;
  readonly errorCode: string;
  constructor(errorCode: string, reason: string, fix: string, options?: ErrorOptions) {
    super(`Salesforce refused the request (${errorCode}): ${reason.replace(/[.\s]+$/, '')}.`, fix, options);
    this.errorCode = errorCode;
  }
}

/** Slack no longer accepts the bot token. */
export class SlackTokenRevokedError extends DealwireError {
  readonly code = ErrorCode.slackTokenRevoked;
  readonly error: string;
  constructor(error: string, options?: ErrorOptions) {
    super(
      `Slack no longer accepts the bot token (${error}).`,
      'Reconnect the Dealwire connection with the Bot User OAuth Token of the reinstalled Slack app.',
      options,
    );
    this.error = error;
  }
}

/** Slack asked to wait; `retryAfter` is in seconds. */
export class SlackLimitedError extends DealwireError {
  readonly code = ErrorCode.slackLimited;
  readonly retryAfter: number;
  constructor(method: string, retryAfter: number, options?: ErrorOptions) {
    super(
      `Slack asked to wait ${retryAfter} s before ${method}.`,
      'The step is repeated by the platform.',
      options,
    );
    this.retryAfter = retryAfter;
  }
}

/** Slack did not answer, or failed; what the call did is unknown. `retryAfter` is in seconds. */
export class SlackUnavailableError extends DealwireError {
  readonly code = ErrorCode.slackUnavailable;
  readonly retryAfter: number;
  constructor(method: string, reason: string, retryAfter: number, options?: ErrorOptions) {
    super(`Slack did not complete ${method}: ${reason}.`, 'The step is repeated by the platform.', options);
    this.retryAfter = retryAfter;
  }
}

/** Slack refused a call for a reason a person has to change. */
export class SlackRefusedError extends DealwireError {
  readonly code = ErrorCode.slackRefused;
  readonly method: string;
  readonly error: string;
  constructor(method: string, error: string, fix: string, options?: ErrorOptions) {
    super(`Slack refused ${method}: ${error}.`, fix, options);
    this.method = method;
    this.error = error;
  }
}

/** What an admin does about a missing scope: the words before and after its name. */
export const SCOPE_FIX = {
  before: 'Add ',
  after: ' under OAuth & Permissions of the Slack app, reinstall it, and reconnect.',
} as const;

/** The Slack bot token lacks a scope. */
export class MissingScopeError extends DealwireError {
  readonly code = ErrorCode.missingScope;
  readonly scope: string;
  constructor(method: string, scope: string, options?: ErrorOptions) {
    super(
      `The Slack bot token lacks the scope ${scope}, which ${method} needs.`,
      `${SCOPE_FIX.before}${scope}${SCOPE_FIX.after}`,
      options,
    );
    this.scope = scope;
  }
}

/** What brings the objects of the Salesforce package, by their API names. */
const PACKAGE_FIXES: Readonly<Record<string, string>> = {
  Dealwire_Delivery__c:
    'Deploy the Dealwire package to this org, in its newest version, and assign the permission set Dealwire Core to the integration user.',
  Dealwire_Subscription__c:
    'Deploy the part push of the Dealwire package to this org, and assign the permission set Dealwire Push to the integration user.',
};

/** A field is missing from the org, or hidden from the connected user. */
export class MissingFieldError extends DealwireError {
  readonly code = ErrorCode.missingField;
  readonly field: string;
  constructor(field: string, options?: ErrorOptions) {
    super(
      `Salesforce has no field ${field} that the connected user may read.`,
      PACKAGE_FIXES[field.split('.')[0] ?? ''] ??
        `Check the API name, or give the integration user read access to ${field} (Setup > Object Manager > Fields > Set Field-Level Security).`,
      options,
    );
    this.field = field;
  }
}

/** An object is missing from the org, or hidden from the connected user. */
export class MissingObjectError extends DealwireError {
  readonly code = ErrorCode.missingObject;
  readonly object: string;
  constructor(object: string, options?: ErrorOptions) {
    super(
      `Salesforce has no object ${object} that the connected user may use.`,
      PACKAGE_FIXES[object] ??
        `Switch on the feature that brings ${object}, or give the integration user access to it.`,
      options,
    );
    this.object = object;
  }
}

/** An input holds something that cannot be used; `input` is its label. */
export class InvalidInputError extends DealwireError {
  readonly code = ErrorCode.invalidInput;
  readonly input: string;
  constructor(input: string, reason: string, fix: string, options?: ErrorOptions) {
    super(`${input}: ${reason}.`, fix, options);
    this.input = input;
  }
}

/** The record does not exist, or the connected user may not see it. */
export class RecordNotFoundError extends DealwireError {
  readonly code = ErrorCode.recordNotFound;
  constructor(object: string, recordId: string, options?: ErrorOptions) {
    super(
      `Salesforce shows no ${object} with the id ${recordId}.`,
      'Check that it was not deleted and that the integration user may see it.',
      options,
    );
  }
}

/** Another run holds this delivery; `retryAfter` is in seconds. */
export class DeliveryBusyError extends DealwireError {
  readonly code = ErrorCode.deliveryBusy;
  readonly retryAfter: number;
  constructor(eventKey: string, retryAfter: number, options?: ErrorOptions) {
    super(
      `Another run holds the delivery ${eventKey}.`,
      'The step is repeated by the platform once the other run has ended.',
      options,
    );
    this.retryAfter = retryAfter;
  }
}

/** The run's time is nearly up, so no further call was started. */
export class OutOfTimeError extends DealwireError {
  readonly code = ErrorCode.outOfTime;
  constructor(options?: ErrorOptions) {
    super(
      'The time of this run is nearly up.',
      'The step is repeated by the platform and goes on where it stopped.',
      options,
    );
  }
}

/** An earlier run may have posted the message, and nothing can tell. */
export class DeliveryUnsureError extends DealwireError {
  readonly code = ErrorCode.deliveryUnsure;
  constructor(eventKey: string, options?: ErrorOptions) {
    super(
      `An earlier run of the delivery ${eventKey} may have posted its message already.`,
      'Look into the room; then set If Unsure to repeat, or grant the scope groups:history (channels:history for public channels) so that Dealwire can look by itself.',
      options,
    );
  }
}

/** Slack knows none of the people that a message is for, and no channel is chosen. */
export class NoDestinationError extends DealwireError {
  readonly code = ErrorCode.noDestination;
  constructor(options?: ErrorOptions) {
    super(
      'Slack knows nobody by the addresses given, and no channel is chosen.',
      'Correct Person or Fallback Person, add an alias for an address that Slack does not know, or choose a Channel.',
      options,
    );
  }
}

/** A target cannot say a part of the language; thrown when a signal is built, never at run time. */
export class NotExpressibleError extends DealwireError {
  readonly code = ErrorCode.notExpressible;
  readonly target: string;
  readonly node: string;
  readonly path: string;
  constructor(
    target: string,
    node: string,
    path: string,
    reason: string,
    instead: string,
    options?: ErrorOptions,
  ) {
    super(`The target ${target} cannot say "${node}" at ${path}: ${reason}.`, instead, options);
    this.target = target;
    this.node = node;
    this.path = path;
  }
}

/** A call to a webhook that is not the Salesforce package's. */
export class PushRefusedError extends DealwireError {
  readonly code = ErrorCode.pushRefused;
  constructor(reason: string) {
    super(
      `A call to this webhook was ignored: ${reason}.`,
      'If Salesforce made it, turn the flow off and on again, so that it subscribes anew.',
    );
  }
}
