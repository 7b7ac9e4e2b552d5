import type { ZObject } from 'zapier-platform-core';
import { toBotToken } from '../shared/slack/bot-token.ts';
import { readTeam, type SlackTeam } from '../shared/slack/team.ts';
import { slackApiUrl } from './environment.ts';

/** Asks Slack whose token was pasted. Throws for a token the deliveries could not use, with the reason. */
export async function readSlackTeam(z: ZObject, pasted: string | undefined): Promise<SlackTeam> {
  const answer = await z.request({
    method: 'POST',
    url: new URL('auth.test', slackApiUrl()).href,
    headers: {
      authorization: `Bearer ${toBotToken(pasted)}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
  });
  return readTeam({ body: answer.data, scopes: answer.getHeader('x-oauth-scopes') });
}
