import { describe, expect, it } from '@jest/globals';
import { authorizationUrl, readGrant, tokenForm, tokenProblem } from '../../../shared/salesforce/oauth.ts';

const answer = {
  access_token: '00D!A',
  refresh_token: 'R1',
  instance_url: 'https://acme.my.salesforce.com',
  id: 'https://login.salesforce.com/id/00Dxx0000000001EAA/005xx0000000301AAA',
};

describe('readGrant', () => {
  it('keeps the current refresh token unless a new one came', () => {
    const { refresh_token: _, ...renewal } = answer;
    expect(readGrant(renewal, 'R0').refresh_token).toBe('R0');
    expect(readGrant(answer, 'R0').refresh_token).toBe('R1');
  });

  it('returns the instance and the org every time', () => {
    expect(readGrant(answer)).toEqual({
      access_token: '00D!A',
      refresh_token: 'R1',
      instance_url: 'https://acme.my.salesforce.com',
      organization_id: '00Dxx0000000001EAA',
    });
  });

  it.each([
    ['a refresh token', { ...answer, refresh_token: undefined }, /^OAuth scopes: /],
    ['an access token', { ...answer, access_token: '' }, /^Salesforce sign-in: /],
    ['an identity', { ...answer, id: undefined }, /^Salesforce sign-in: /],
    ['an instance', { ...answer, instance_url: undefined }, /^instance_url: /],
    ['anything', null, /^OAuth scopes: /],
  ])('refuses an answer without %s', (_, broken, message) => {
    expect(() => readGrant(broken)).toThrow(message);
  });
});

describe('authorizationUrl', () => {
  it('asks for the API, renewal and identity, and says where to return', () => {
    const url = new URL(
      authorizationUrl('https://acme.my.salesforce.com', {
        clientId: 'key',
        redirectUri: 'https://x/?a=b&c',
        state: 's',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://acme.my.salesforce.com/services/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'key',
      redirect_uri: 'https://x/?a=b&c',
      scope: 'api refresh_token id',
      state: 's',
    });
  });
});

describe('tokenForm', () => {
  const client = { id: 'key', secret: 'secret' };

  it('sends secret and verifier with a code', () => {
    expect(tokenForm(client, { code: 'c', redirectUri: 'https://x', codeVerifier: 'v' })).toEqual({
      grant_type: 'authorization_code',
      client_id: 'key',
      client_secret: 'secret',
      code: 'c',
      redirect_uri: 'https://x',
      code_verifier: 'v',
    });
  });

  it('sends the refresh token alone to renew', () => {
    expect(tokenForm(client, { refreshToken: 'R' })).toEqual({
      grant_type: 'refresh_token',
      client_id: 'key',
      client_secret: 'secret',
      refresh_token: 'R',
    });
  });
});

describe('tokenProblem', () => {
  it.each([
    [400, { error: 'invalid_grant', error_description: 'inactive user' }, 'SalesforceGrantRevokedError'],
    [400, { error: 'invalid_client', error_description: 'invalid client credentials' }, 'InvalidInputError'],
    [400, { error: 'invalid_client_id' }, 'InvalidInputError'],
    [400, { error: 'redirect_uri_mismatch' }, 'InvalidInputError'],
    [400, { error: 'inactive_org' }, 'SalesforceRefusedError'],
    [503, 'busy', 'SalesforceUnavailableError'],
  ])('reads %i %j as %s', (status, body, name) => {
    expect(tokenProblem(status, body).name).toBe(name);
  });
});
