import type { Bundle } from 'zapier-platform-core';
import type { Connection } from '../shared/delivery/connection.ts';
import { connectSalesforce } from '../shared/salesforce/client.ts';
import { instanceOrigin } from '../shared/salesforce/login-host.ts';
import { toBotToken } from '../shared/slack/bot-token.ts';
import { connectSlack } from '../shared/slack/client.ts';
import { salesforceStandIn, slackApiUrl } from './environment.ts';

/** Both sides of the connection a step runs with. Throws InvalidInputError for values no connection stores. */
export function toConnection({ authData }: Pick<Bundle, 'authData'>): Connection {
  const instanceUrl = instanceOrigin(authData.instance_url ?? '', salesforceStandIn());
  return {
    salesforce: connectSalesforce({ instanceUrl, accessToken: authData.access_token ?? '' }),
    slack: connectSlack({ token: toBotToken(authData.slack_bot_token), apiUrl: slackApiUrl() }),
    instanceUrl,
    organizationId: authData.organization_id ?? '',
    teamId: authData.slack_team_id ?? '',
  };
}
