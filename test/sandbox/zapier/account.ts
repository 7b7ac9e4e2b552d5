import type { World } from '../world.ts';

/** What an admin sets with `zapier-platform env:set`, pointed at the stand-ins and their clock. */
export function settingsFor({ salesforce, slack, clock }: World): Readonly<Record<string, string>> {
  return {
    CLIENT_ID: salesforce.client.clientId,
    CLIENT_SECRET: salesforce.client.clientSecret,
    DEALWIRE_SALESFORCE_LOGIN_URL: salesforce.url,
    DEALWIRE_SLACK_API_URL: `${slack.url}/api/`,
    get DEALWIRE_NOW() {
      return String(clock.now());
    },
  };
}

/** The values Zapier stores once somebody has connected both sides. */
export function storedValuesOf({ salesforce, slack }: World): Readonly<Record<string, string>> {
  const { accessToken, refreshToken } = salesforce.issueToken();
  return {
    login_host: 'login.salesforce.com',
    slack_bot_token: slack.token,
    access_token: accessToken,
    refresh_token: String(refreshToken),
    instance_url: salesforce.url,
    organization_id: String(salesforce.records('Organization')[0]?.Id),
    slack_team_id: slack.teamId,
  };
}
