import { InvalidInputError } from '../error.ts';
import { slackProblem } from './problem.ts';
import { assertRequiredScopes } from './scope.ts';

/** The workspace a bot token belongs to. */
export interface SlackTeam {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string;
}

/** Slack's own address of the Web API. */
export const SLACK_API_URL = 'https://slack.com/api/';

/** An answer of `auth.test`, with the scopes Slack lists in the header `x-oauth-scopes`. */
export interface AuthTest {
  readonly body: unknown;
  readonly scopes: string | null | undefined;
}

/**
 * The workspace in an answer of `auth.test`. Throws for a refused token, for a token that is not a bot's, and for
 * missing scopes, each named.
 */
export function readTeam({ body, scopes }: AuthTest): SlackTeam {
  const answer = body as Readonly<Record<string, unknown>>;
  if (answer.ok !== true)
    throw slackProblem('auth.test', { ok: false, error: String(answer.error ?? 'no_answer') });
  if (typeof answer.bot_id !== 'string')
    throw new InvalidInputError(
      'Slack bot token',
      'Slack says that it belongs to a person',
      'Copy the Bot User OAuth Token (xoxb-) from OAuth & Permissions of the Slack app.',
    );
  if (typeof scopes === 'string') assertRequiredScopes(scopes.split(',').map((scope) => scope.trim()));
  return {
    id: String(answer.team_id),
    name: String(answer.team),
    botUserId: String(answer.user_id),
  };
}
