import type { Authentication, Bundle, ZObject } from 'zapier-platform-core';
import { loginHosts } from '../shared/salesforce/login-host.ts';
import { OAUTH_SCOPE } from '../shared/salesforce/oauth.ts';
import { readOrganization } from '../shared/salesforce/organization.ts';
import { toConnection } from './connection.ts';
import { inZapierTerms } from './error.ts';
import { authorizeUrl, getAccessToken, refreshAccessToken } from './oauth.ts';
import { readSlackTeam } from './slack-team.ts';

const test = inZapierTerms(async (z: ZObject, { authData }: Bundle) => {
  const [organization, team] = await Promise.all([
    readOrganization(toConnection({ authData }).salesforce),
    readSlackTeam(z, authData.slack_bot_token),
  ]);
  return {
    organization_name: organization.name,
    is_sandbox: organization.isSandbox,
    slack_team: team.name,
    slack_team_id: team.id,
    slack_bot_user_id: team.botUserId,
  };
});

/** One connection for both sides: Salesforce by OAuth 2.0, Slack by its bot token. */
export const authentication: Authentication = {
  type: 'oauth2',
  oauth2Config: {
    authorizeUrl,
    getAccessToken,
    refreshAccessToken,
    scope: OAUTH_SCOPE,
    autoRefresh: true,
    enablePkce: true,
  },
  fields: [
    {
      key: 'login_host',
      label: 'Salesforce Login',
      type: 'string',
      required: true,
      default: 'login.salesforce.com',
      choices: { ...loginHosts },
    },
    {
      key: 'my_domain',
      label: 'My Domain',
      type: 'string',
      required: false,
      placeholder: 'acme.my.salesforce.com',
      helpText:
        'Only if your org signs in at its own domain (Setup > My Domain > Current My Domain URL). It wins over the choice above.',
    },
    {
      key: 'slack_bot_token',
      label: 'Slack Bot Token',
      type: 'password',
      required: true,
      helpText:
        'The Bot User OAuth Token of the Slack app, under OAuth & Permissions. Starts with xoxb-. Leave token rotation off.',
    },
    { key: 'instance_url', type: 'string', required: false, computed: true, isNoSecret: true },
    { key: 'organization_id', type: 'string', required: false, computed: true, isNoSecret: true },
    { key: 'slack_team_id', type: 'string', required: false, computed: true, isNoSecret: true },
  ],
  test,
  connectionLabel: '{{organization_name}} · {{slack_team}}',
};
