import { describe, expect, it } from '@jest/globals';
import { RecordNotFoundError } from '../../../shared/error.ts';
import { salesforceProblem, salesforceProblemOf } from '../../../shared/salesforce/problem.ts';

const noColumn =
  "No such column 'ARR__c' on entity 'Opportunity'. If you are attempting to use a custom field, be sure to append the '__c'";

describe('salesforceProblemOf reads', () => {
  it.each<[string, string, string, Readonly<Record<string, unknown>>]>([
    ['INVALID_SESSION_ID', 'Session expired or invalid', 'SalesforceSessionExpiredError', {}],
    [
      'INVALID_SESSION_ID',
      'This session is not valid for use with the REST API',
      'SalesforceRefusedError',
      { fix: expect.stringContaining('policies of the org') },
    ],
    ['INVALID_SESSION_ID', 'Connected app is not attached to Agent', 'SalesforceRefusedError', {}],
    [
      'API_DISABLED_FOR_ORG',
      'The REST API is not enabled for this Organization.',
      'SalesforceRefusedError',
      { fix: expect.stringContaining('API Enabled') },
    ],
    [
      'REQUEST_LIMIT_EXCEEDED',
      'TotalRequests Limit exceeded.',
      'SalesforceLimitedError',
      { retryAfter: 900 },
    ],
    [
      'UNABLE_TO_LOCK_ROW',
      'unable to obtain exclusive access',
      'SalesforceUnavailableError',
      { retryAfter: 30 },
    ],
    ['SERVER_UNAVAILABLE', 'x', 'SalesforceUnavailableError', {}],
    ['UNKNOWN_EXCEPTION', 'x', 'SalesforceUnavailableError', {}],
    ['QUERY_TIMEOUT', 'x', 'SalesforceUnavailableError', {}],
    ['REQUEST_RUNNING_TOO_LONG', 'x', 'SalesforceUnavailableError', {}],
    ['INVALID_FIELD', noColumn, 'MissingFieldError', { field: 'Opportunity.ARR__c' }],
    [
      'INVALID_FIELD',
      "No such column 'X' on sobject of type Account",
      'MissingFieldError',
      { field: 'Account.X' },
    ],
    [
      'INVALID_FIELD',
      "Didn't understand relationship 'SE__r' in field path.",
      'MissingFieldError',
      { field: 'SE__c' },
    ],
    ['INVALID_FIELD', 'something new', 'MissingFieldError', { field: 'named in the query' }],
    [
      'INVALID_TYPE',
      "\nFROM Accout\n ^\nERROR at Row:1\nsObject type 'Accout' is not supported. If",
      'MissingObjectError',
      { object: 'Accout' },
    ],
    [
      'INVALID_TYPE',
      "Didn't understand relationship 'Foos' in FROM part of query call.",
      'MissingObjectError',
      { object: 'Foos' },
    ],
    ['INVALID_TYPE', 'something new', 'MissingObjectError', { object: 'named in the query' }],
    [
      'INSUFFICIENT_ACCESS_OR_READONLY',
      'insufficient access rights',
      'SalesforceRefusedError',
      { fix: expect.stringContaining('permission sets of the Dealwire package') },
    ],
    ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'x', 'SalesforceRefusedError', {}],
    [
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'No integrations here',
      'SalesforceRefusedError',
      {
        message: 'Salesforce refused the request (FIELD_CUSTOM_VALIDATION_EXCEPTION): No integrations here.',
      },
    ],
    [
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'x',
      'SalesforceRefusedError',
      { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' },
    ],
    [
      'REQUIRED_FIELD_MISSING',
      'x',
      'SalesforceRefusedError',
      { fix: expect.stringContaining('Correct what') },
    ],
    ['MALFORMED_ID', 'x', 'SalesforceRefusedError', {}],
    ['FIELD_INTEGRITY_EXCEPTION', 'x', 'SalesforceRefusedError', {}],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'x', 'SalesforceRefusedError', {}],
    ['ENTITY_IS_LOCKED', 'x', 'SalesforceRefusedError', { fix: expect.stringContaining('approval') }],
    ['ENTITY_IS_DELETED', 'x', 'SalesforceRefusedError', {}],
    ['QUERY_TOO_COMPLICATED', 'x', 'SalesforceRefusedError', {}],
    ['NOT_FOUND', 'The requested resource does not exist', 'SalesforceRefusedError', {}],
  ])('%s (%s) as %s', (errorCode, message, name, more) => {
    expect(salesforceProblemOf([{ errorCode, message }])).toMatchObject({ name, ...more });
  });

  it.each([
    ['STRING_TOO_LONG', 'Body: data value too large: Acme secret'],
    ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'bad value for restricted picklist field: Acme secret'],
    ['INVALID_EMAIL_ADDRESS', 'Email: invalid email address: secret@acme.example'],
    ['NUMBER_OUTSIDE_VALID_RANGE', 'value outside of valid range: secret'],
    ['DUPLICATE_VALUE', 'duplicate value found: secret'],
    ['DUPLICATES_DETECTED', 'secret'],
    ['MALFORMED_QUERY', "WHERE Name = 'secret'"],
    ['JSON_PARSER_ERROR', 'Unexpected secret'],
  ])('%s without the value it repeats', (errorCode, message) => {
    const named = salesforceProblemOf([{ errorCode, message, fields: ['Body'] }]);
    expect(named.message).toBe(`Salesforce refused the request (${errorCode}): fields: Body.`);
    expect(salesforceProblemOf([{ errorCode, message }]).message).toContain('fields: not named');
  });

  it.each([
    ['POST of a record', '/services/data/v66.0/sobjects/Dealwire_Delivery__c', 'MissingObjectError'],
    ['a describe', '/services/data/v66.0/sobjects/Dealwire_Delivery__c/describe', 'MissingObjectError'],
    ['a record', '/services/data/v66.0/sobjects/Dealwire_Delivery__c/a0D1', 'SalesforceRefusedError'],
  ])('NOT_FOUND of %s as what is missing', (_, path, name) => {
    expect(salesforceProblemOf([{ errorCode: 'NOT_FOUND', message: 'x' }], path)).toMatchObject({ name });
  });

  it.each([
    [undefined],
    ['<html>'],
    [[]],
    [null],
    [{ error: 'x' }],
    [[{ errorCode: 'X' }]],
  ])('%j, which is no error array, as a failure that may pass', (body) => {
    expect(salesforceProblemOf(body)).toMatchObject({ name: 'SalesforceUnavailableError' });
  });
});

describe('salesforceProblem reads', () => {
  const thrown = (errorCode: unknown, data?: unknown) =>
    Object.assign(new Error('secret'), { errorCode, data });

  it.each([
    [
      'an error with its data',
      thrown('X', { errorCode: 'QUERY_TIMEOUT', message: 'm' }),
      'SalesforceUnavailableError',
    ],
    [
      'several errors by the first',
      thrown('MULTIPLE_API_ERRORS', [
        { errorCode: 'INVALID_FIELD', message: noColumn },
        { errorCode: 'QUERY_TIMEOUT', message: 'm' },
      ]),
      'MissingFieldError',
    ],
    [
      'a code without data',
      Object.assign(new Error('secret'), { errorCode: 'REQUEST_LIMIT_EXCEEDED' }),
      'SalesforceLimitedError',
    ],
    ['a page with status 401', thrown('ERROR_HTTP_401', '<html>'), 'SalesforceSessionExpiredError'],
    ['a page with status 429', thrown('ERROR_HTTP_429', '<html>'), 'SalesforceUnavailableError'],
    ['a page with status 503', thrown('ERROR_HTTP_503', '<html>'), 'SalesforceUnavailableError'],
    ['a page with status 404', thrown('ERROR_HTTP_404', '<html>'), 'SalesforceRefusedError'],
    ['an answer without a code', thrown(undefined, {}), 'SalesforceUnavailableError'],
  ])('%s', (_, error, name) => {
    const problem = salesforceProblem(error);
    expect(problem).toMatchObject({ name });
    expect(problem.message).not.toContain('secret');
    expect(problem).not.toHaveProperty('cause');
  });

  it('no answer in time, and no connection, with their cause', () => {
    const late = Object.assign(new Error('x'), { name: 'AbortError' });
    expect(salesforceProblem(late).message).toContain('no answer in time');
    expect(salesforceProblem(new TypeError('fetch failed'))).toMatchObject({
      message: 'Salesforce could not be reached: the connection failed.',
      cause: expect.any(TypeError),
    });
  });

  it('our own errors as they are', () => {
    const own = new RecordNotFoundError('Opportunity', '006');
    expect(salesforceProblem(own)).toBe(own);
  });
});
