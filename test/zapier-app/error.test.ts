import { describe, expect, it } from '@jest/globals';
import zapier, { type ZObject } from 'zapier-platform-core';
import * as errors from '../../shared/error.ts';
import { inZapierTerms, kindOf, toZapierError } from '../../zapier-app/error.ts';

const z = { errors: zapier.errors } as unknown as ZObject;

describe('toZapierError', () => {
  it.each([
    [new errors.SalesforceSessionExpiredError(), 'RefreshAuthError'],
    [new errors.SalesforceGrantRevokedError('inactive user'), 'ExpiredAuthError'],
    [new errors.SlackTokenRevokedError('token_revoked'), 'ExpiredAuthError'],
    [new errors.MissingScopeError('pins.add', 'pins:write'), 'HaltedError'],
    [new errors.InvalidInputError('Stage', 'no stage', 'Choose one.'), 'HaltedError'],
    [new errors.SlackRefusedError('pins.add', 'is_archived', 'Unarchive it.'), 'AppError'],
  ])('turns %s into %s, text and remedy included', (error, name) => {
    const result = toZapierError(z, error) as Error;
    expect(result.name).toBe(name);
    expect(result.message).toContain(`${error.message} ${error.fix}`);
  });

  it('waits whole seconds, as long as the service asked', () => {
    const result = toZapierError(z, new errors.SlackLimitedError('chat.postMessage', 1.2)) as Error;
    expect(result.name).toBe('ThrottledError');
    expect(JSON.parse(result.message)).toMatchObject({ delay: 2 });
  });

  it('knows what to do about every code', () => {
    expect(Object.keys(kindOf).sort()).toEqual(Object.values(errors.ErrorCode).sort());
  });

  it('leaves other errors as they are', () => {
    const error = new TypeError('x');
    expect(toZapierError(z, error)).toBe(error);
  });
});

describe('inZapierTerms', () => {
  it('passes results through and translates what is thrown', async () => {
    const bundle = {} as never;
    await expect(inZapierTerms(async () => 1)(z, bundle)).resolves.toBe(1);
    const failing = inZapierTerms(async () => {
      throw new errors.RecordNotFoundError('Opportunity', '006');
    });
    await expect(failing(z, bundle)).rejects.toMatchObject({ name: 'HaltedError' });
  });
});
