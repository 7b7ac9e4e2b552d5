import type { Bundle, HttpResponse, ZObject } from 'zapier-platform-core';
import { loginOrigin } from '../shared/salesforce/login-host.ts';
import {
  authorizationUrl,
  readGrant,
  type TokenRequest,
  tokenForm,
  tokenProblem,
  tokenUrl,
} from '../shared/salesforce/oauth.ts';
import { toBotToken } from '../shared/slack/bot-token.ts';
import { oauthClient, salesforceStandIn } from './environment.ts';
import { inZapierTerms } from './error.ts';
import { readSlackTeam } from './slack-team.ts';

/** Where the browser goes to sign in; refuses a wrong Slack token before anyone signs in for nothing. */
export const authorizeUrl = inZapierTerms(async (_z: ZObject, { inputData }: Bundle) => {
  toBotToken(text(inputData.slack_bot_token));
  return authorizationUrl(origin(inputData), {
    clientId: oauthClient().id,
    redirectUri: text(inputData.redirect_uri),
    state: text(inputData.state),
  });
});

/** Exchanges the code for the values the connection stores; those that a test finds out are lost. */
export const getAccessToken = inZapierTerms(async (z: ZObject, { inputData }: Bundle) => {
  const answer = await askForToken(z, inputData, {
    code: text(inputData.code),
    redirectUri: text(inputData.redirect_uri),
    codeVerifier: text(inputData.code_verifier),
  });
  if (answer.status !== 200) throw tokenProblem(answer.status, answer.data);
  const grant = readGrant(answer.data, undefined, salesforceStandIn());
  const team = await readSlackTeam(z, text(inputData.slack_bot_token));
  return { ...grant, slack_team_id: team.id };
});

/**
 * Renews the session. A refusal leaves with its HTTP status: that is how Zapier learns that the connection is dead and
 * holds the Zap.
 */
export const refreshAccessToken = inZapierTerms(async (z: ZObject, { authData }: Bundle) => {
  const current = text(authData.refresh_token);
  const answer = await askForToken(z, authData, { refreshToken: current });
  answer.throwForStatus();
  const grant = readGrant(answer.data, current, salesforceStandIn());
  return { ...grant, slack_team_id: text(authData.slack_team_id) };
});

function askForToken(
  z: ZObject,
  fields: Readonly<Record<string, unknown>>,
  request: TokenRequest,
): Promise<HttpResponse> {
  return z.request({
    method: 'POST',
    url: tokenUrl(origin(fields)),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: tokenForm(oauthClient(), request),
    redirect: 'error',
    skipThrowForStatus: true,
  });
}

function origin(fields: Readonly<Record<string, unknown>>): string {
  return loginOrigin(
    { host: text(fields.login_host), myDomain: text(fields.my_domain) },
    salesforceStandIn(),
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
