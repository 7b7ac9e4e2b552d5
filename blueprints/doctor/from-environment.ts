import { DealwireError, InvalidInputError } from '../../shared/error.ts';
import { standInUrl } from '../../shared/loopback.ts';
import { connectSalesforce } from '../../shared/salesforce/client.ts';
import { instanceOrigin, loginOrigin } from '../../shared/salesforce/login-host.ts';
import { tokenForm, tokenUrl } from '../../shared/salesforce/oauth.ts';
import { toBotToken } from '../../shared/slack/bot-token.ts';
import { connectSlack } from '../../shared/slack/client.ts';
import { SLACK_API_URL } from '../../shared/slack/team.ts';
import type { Patient, Side, SignIn } from './patient.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Makes a request; `fetch` in life. */
type Send = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The connection that the environment holds the tokens of. Throws InvalidInputError when it holds none. They go to Salesforce's and Slack's own hosts and nowhere else.
 * Only DEALWIRE_SALESFORCE_LOGIN_URL and DEALWIRE_SLACK_API_URL lead elsewhere, to stand-ins on this machine.
 * Renewing the sign-in ends the refresh token where the app rotates them, so it takes one that nothing else uses.
 */
export function fromEnvironment(environment: Environment, send: Send = fetch): Patient {
  const value = (name: string) => environment[name]?.trim() || undefined;
  const instanceUrl = value('SALESFORCE_INSTANCE_URL');
  const accessToken = value('SALESFORCE_ACCESS_TOKEN');
  const botToken = value('SLACK_BOT_TOKEN');
  const standIn = standInUrl('DEALWIRE_SALESFORCE_LOGIN_URL', value('DEALWIRE_SALESFORCE_LOGIN_URL'));
  const slackApi = standInUrl('DEALWIRE_SLACK_API_URL', value('DEALWIRE_SLACK_API_URL'));
  const refresh = {
    refreshToken: value('SALESFORCE_REFRESH_TOKEN'),
    id: value('SALESFORCE_CLIENT_ID'),
    secret: value('SALESFORCE_CLIENT_SECRET'),
  };
  if (accessToken === undefined && botToken === undefined)
    throw new InvalidInputError(
      'Environment',
      'it holds no token',
      'Set SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN, and SLACK_BOT_TOKEN; blueprints/SETUP.md says where they come from. To see how it works without an account: npm run doctor -- --sandbox',
    );
  return {
    salesforce:
      instanceUrl === undefined || accessToken === undefined
        ? { missing: 'set SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN' }
        : sideOf(() => connectSalesforce({ instanceUrl: instanceOrigin(instanceUrl, standIn), accessToken })),
    slack:
      botToken === undefined
        ? { missing: 'set SLACK_BOT_TOKEN' }
        : sideOf(() => connectSlack({ token: toBotToken(botToken), apiUrl: slackApi ?? SLACK_API_URL })),
    signIn:
      refresh.refreshToken === undefined || refresh.id === undefined || refresh.secret === undefined
        ? {
            missing:
              'set SALESFORCE_REFRESH_TOKEN, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET; take a refresh token that nothing else uses',
          }
        : sideOf(() => {
            const secrets = { ...refresh, host: value('SALESFORCE_LOGIN_HOST') } as Renewal;
            return standIn === undefined ? renewal(secrets, send) : renewalAt(standIn, secrets, send);
          }),
  };
}

function sideOf<T>(connect: () => T): Side<T> {
  try {
    return { call: connect() };
  } catch (error) {
    if (error instanceof DealwireError) return { problem: error };
    throw error;
  }
}

interface Renewal {
  readonly refreshToken: string;
  readonly id: string;
  readonly secret: string;
  readonly host: string | undefined;
}

/** What signs in with a refresh token at a login host or a My Domain. Throws InvalidInputError for any other host. */
export function renewal({ refreshToken, id, secret, host = 'login.salesforce.com' }: Renewal, send: Send) {
  const choice = host.endsWith('.my.salesforce.com') ? { host: '', myDomain: host } : { host };
  return renewalAt(loginOrigin(choice), { refreshToken, id, secret }, send);
}

/** As `renewal`, at an origin. */
export function renewalAt(
  origin: string,
  { refreshToken, id, secret }: Omit<Renewal, 'host'>,
  send: Send,
): () => Promise<SignIn> {
  return async () => {
    const answer = await send(tokenUrl(origin), {
      method: 'POST',
      body: new URLSearchParams(tokenForm({ id, secret }, { refreshToken })),
      redirect: 'error',
    }).catch((cause: unknown) => {
      throw new InvalidInputError(
        'SALESFORCE_LOGIN_HOST',
        'nothing answers there',
        'Check the network, and that it names login.salesforce.com, test.salesforce.com or your My Domain.',
        { cause },
      );
    });
    const text = await answer.text();
    return { status: answer.status, body: parse(text) };
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
