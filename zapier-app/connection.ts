import type { Bundle } from 'zapier-platform-core';
import type { Connection } from '../shared/delivery/connection.ts';
import type { StreamingConnection } from '../shared/operation/perform-replay.ts';
import { drain } from '../shared/receive/replay/drain.ts';
import { connectSalesforce } from '../shared/salesforce/client.ts';
import { instanceOrigin } from '../shared/salesforce/login-host.ts';
import { toBotToken } from '../shared/slack/bot-token.ts';
import { connectSlack } from '../shared/slack/client.ts';
import { quietOfStream, salesforceStandIn, slackApiUrl } from './environment.ts';

/** Milliseconds that a session with change events lasts at most: two of them fit into a poll, and the rest of it. */
const LONGEST_SESSION = 9000;

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

/** The connection with its change events. */
export function toStreamingConnection(bundle: Pick<Bundle, 'authData'>): StreamingConnection {
  const connection = toConnection(bundle);
  const session = {
    instanceUrl: connection.instanceUrl,
    accessToken: bundle.authData.access_token ?? '',
    quiet: quietOfStream(),
    longest: LONGEST_SESSION,
  };
  return { ...connection, replay: (channel, from) => drain({ ...session, channel, from }) };
}
