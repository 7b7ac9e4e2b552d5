import type { SlackStandIn } from '../slack/slack.ts';
import { clientOf } from '../slack/web-client.ts';
import type { AppRuntime } from './app-runtime.ts';

/** The account that Zapier's own Slack app is connected to. */
export interface SlackAccount {
  readonly standIn: SlackStandIn;
  readonly token: string;
}

/** What Zapier's Slack app asks for, as far as its steps here need it. */
const SCOPES = ['chat:write', 'chat:write.customize', 'im:write', 'channels:read', 'groups:read'];

/** Connects Zapier's own Slack app as a person; messages are posted in their name. */
export function connectSlackApp(standIn: SlackStandIn, user: string): SlackAccount {
  return { standIn, token: standIn.issueToken({ scopes: SCOPES, user }) };
}

/** Error codes of Slack after which the account has to be connected anew. */
const EXPIRED = new Set(['invalid_auth', 'token_revoked', 'token_expired', 'account_inactive', 'not_authed']);

/** Zapier's own Slack app as an integration: `execute` calls a method of the Web API with the inputs. */
export function slackApp({ standIn, token }: SlackAccount): Pick<AppRuntime, 'execute'> {
  const client = clientOf(standIn, token);
  return {
    execute: async (method, { inputData = {} }) => {
      try {
        return await client.apiCall(method, inputData);
      } catch (error) {
        throw asPlatformError(error as SlackFailure);
      }
    },
  };
}

/** What Slack's own client throws. */
interface SlackFailure extends Error {
  readonly retryAfter?: number;
  readonly data?: { readonly error: string };
}

function asPlatformError(error: SlackFailure): Error {
  if (error.retryAfter !== undefined) {
    const message = JSON.stringify({ message: error.message, delay: error.retryAfter });
    return Object.assign(new Error(message, { cause: error }), { name: 'ThrottledError' });
  }
  if (error.data === undefined) return error;
  const plain = new Error(`Slack answered ${error.data.error}.`, { cause: error });
  return EXPIRED.has(error.data.error) ? Object.assign(plain, { name: 'ExpiredAuthError' }) : plain;
}
