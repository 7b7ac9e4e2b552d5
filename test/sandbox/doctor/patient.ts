import { renewalAt } from '../../../blueprints/doctor/from-environment.ts';
import type { Patient } from '../../../blueprints/doctor/patient.ts';
import { DealwireError } from '../../../shared/error.ts';
import { connectSalesforce } from '../../../shared/salesforce/client.ts';
import { toBotToken } from '../../../shared/slack/bot-token.ts';
import { connectSlack } from '../../../shared/slack/client.ts';
import type { World } from '../world.ts';

/** The connection to both stand-ins, as the integration user. */
export function patientIn({ salesforce, slack }: World): Patient {
  const { accessToken, refreshToken } = salesforce.issueToken();
  return {
    salesforce: { call: connectSalesforce({ instanceUrl: salesforce.url, accessToken }) },
    slack: slackSide(slack.url, slack.token),
    signIn: {
      call: renewalAt(
        salesforce.url,
        {
          refreshToken: refreshToken ?? '',
          id: salesforce.client.clientId,
          secret: salesforce.client.clientSecret,
        },
        fetch,
      ),
    },
  };
}

/** Slack by a token, refused where it is no bot token. */
export function slackSide(url: string, token: string): Patient['slack'] {
  try {
    return { call: connectSlack({ token: toBotToken(token), apiUrl: `${url}/api/` }) };
  } catch (error) {
    if (error instanceof DealwireError) return { problem: error };
    throw error;
  }
}
