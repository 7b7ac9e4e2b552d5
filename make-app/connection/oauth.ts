import { OAUTH_SCOPE } from '../../shared/salesforce/oauth.ts';
import { requiredScopes } from '../../shared/slack/scope.ts';
import { SLACK_API_URL } from '../../shared/slack/team.ts';
import type { Request } from '../delivery/levels.ts';
import { isInstance, loginHost } from './host.ts';

/** Minutes a session is taken to last; Salesforce does not say. Renewed when fewer than `MARGIN` are left. */
const SESSION = 60;
const MARGIN = 15;

const HOST = 'https://{{temp.host}}';
const client = {
  client_id: '{{ifempty(parameters.clientId, common.clientId)}}',
  client_secret: '{{ifempty(parameters.clientSecret, common.clientSecret)}}',
} as const;
const secrets = [
  'request.body.client_secret',
  'request.body.code',
  'request.body.code_verifier',
  'request.body.refresh_token',
  'request.body.token',
  'response.body.access_token',
  'response.body.refresh_token',
  'response.body.id_token',
  'response.body.signature',
] as const;

/** A dead grant needs a person; anything else at the token endpoint may pass. */
const tokenErrors = {
  message:
    '[{{statusCode}}] {{ifempty(body.error, emptystring)}}: {{ifempty(body.error_description, emptystring)}}',
  type: "{{if(ifempty(body.error, 'none') == 'invalid_grant', 'InvalidAccessTokenError', 'InvalidConfigurationError')}}",
  429: { message: '[429] Salesforce asked to wait.', type: 'RateLimitError' },
  ...Object.fromEntries(
    [500, 502, 503, 504].map((status) => [
      status,
      { message: `[${status}] Salesforce did not answer.`, type: 'ConnectionError' },
    ]),
  ),
} as const;

const authorize: Request = {
  temp: { host: `{{${loginHost}}}`, codeVerifier: '{{uuid}}-{{uuid}}' },
  url: `${HOST}/services/oauth2/authorize`,
  qs: {
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: '{{oauth.localRedirectUri}}',
    scope: "{{join(oauth.scope, ' ')}}",
    code_challenge:
      "{{replace(replace(replace(sha256(temp.codeVerifier, 'base64'), '+', '-'), '/', '_'), '=', emptystring)}}",
    code_challenge_method: 'S256',
  },
  response: { temp: { code: '{{query.code}}' } },
};

const session = {
  accessToken: '{{body.access_token}}',
  expires: `{{addMinutes(now, ${SESSION})}}`,
} as const;

const token: Request = {
  temp: { host: `{{${loginHost}}}` },
  url: `${HOST}/services/oauth2/token`,
  method: 'POST',
  type: 'urlencoded',
  body: {
    grant_type: 'authorization_code',
    code: '{{temp.code}}',
    redirect_uri: '{{oauth.localRedirectUri}}',
    code_verifier: '{{temp.codeVerifier}}',
    ...client,
  },
  log: { sanitize: secrets },
  response: {
    valid: {
      condition: `{{if(body.refresh_token, ${isInstance('body.instance_url')}, false)}}`,
      type: 'InvalidConfigurationError',
      message:
        "{{if(body.refresh_token, 'The sign-in answered with an address that does not belong to Salesforce. Reconnect, and check that My Domain names your own org.', 'Salesforce sent no refresh token. Add the scope \"Perform requests at any time (refresh_token, offline_access)\" to the External Client App and reconnect.')}}",
    },
    error: tokenErrors,
    data: {
      ...session,
      refreshToken: '{{body.refresh_token}}',
      instanceUrl: '{{body.instance_url}}',
      organizationId:
        "{{replace(replace(body.id, '/^.*[/]id[/]/g', emptystring), '/[/].*$/g', emptystring)}}",
    },
  },
};

const refresh: Request = {
  condition: `{{data.expires < addMinutes(now, ${MARGIN})}}`,
  temp: { host: `{{${loginHost}}}` },
  url: `${HOST}/services/oauth2/token`,
  method: 'POST',
  type: 'urlencoded',
  body: { grant_type: 'refresh_token', refresh_token: '{{data.refreshToken}}', ...client },
  log: { sanitize: secrets },
  response: {
    error: tokenErrors,
    data: { ...session, refreshToken: '{{ifempty(body.refresh_token, data.refreshToken)}}' },
  },
};

const invalidate: Request = {
  temp: { host: `{{${loginHost}}}` },
  url: `${HOST}/services/oauth2/revoke`,
  method: 'POST',
  type: 'urlencoded',
  body: { token: '{{data.refreshToken}}' },
  log: { sanitize: secrets },
  response: { error: tokenErrors },
};

const scopes = "(',' + replace(ifempty(headers.`x-oauth-scopes`, emptystring), ' ', emptystring) + ',')";
const missingScopes = Object.keys(requiredScopes)
  .map((scope) => `if(contains(${scopes}, ',${scope},'), emptystring, '${scope} ')`)
  .join(' + ');
const isBotToken =
  "if(replace(trim(parameters.slackBotToken), '/^xoxb-[A-Za-z0-9-]+$/g', emptystring), false, true)";

/**
 * The one request that a connection may make after signing in asks Slack whose token it holds. Salesforce has just
 * answered, and told the organization.
 */
const info: Request = {
  url: new URL('auth.test', SLACK_API_URL).href,
  method: 'POST',
  headers: {
    authorization: 'Bearer {{parameters.slackBotToken}}',
    'content-type': 'application/json; charset=utf-8',
  },
  body: {},
  log: { sanitize: ['request.headers.authorization'] },
  response: {
    temp: { missingScopes: `{{${missingScopes}}}`, isBotToken: `{{${isBotToken}}}` },
    valid: {
      condition: '{{if(body.ok, if(body.bot_id, temp.isBotToken && !(temp.missingScopes), false), false)}}',
      type: 'InvalidConfigurationError',
      message:
        "{{if(body.ok, if(body.bot_id, if(temp.isBotToken, 'The Slack bot token lacks these scopes: ' + temp.missingScopes + '- add them under OAuth & Permissions of the Slack app, reinstall it, and reconnect.', 'This is a rotating Slack token, which ends after 12 hours. Use a Slack app without token rotation and paste its xoxb- token.'), 'This is no bot token. Copy the Bot User OAuth Token (xoxb-) from OAuth & Permissions of the Slack app.'), 'Slack refuses the bot token: ' + ifempty(body.error, 'no reason given'))}}",
    },
    error: {
      message: '[{{statusCode}}] Slack did not answer.',
      type: 'ConnectionError',
      429: { message: '[429] Slack asked to wait.', type: 'RateLimitError' },
    },
    uid: '{{body.team_id}}',
    data: { teamId: '{{body.team_id}}', botUserId: '{{body.user_id}}' },
    metadata: {
      type: 'text',
      value: "{{body.team}} · {{replace(data.instanceUrl, 'https://', emptystring)}}",
    },
  },
};

/** How a connection is made, renewed and ended. */
export const oauth = { authorize, token, info, refresh, invalidate } as const;

/** What the connection asks Salesforce for. */
export const defaultScope = OAUTH_SCOPE.split(' ');
