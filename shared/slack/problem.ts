import {
  type DealwireError,
  MissingScopeError,
  SlackLimitedError,
  SlackRefusedError,
  SlackTokenRevokedError,
  SlackUnavailableError,
} from '../error.ts';

/** A Slack answer with `ok: false`. */
export interface SlackRefusal {
  readonly ok: false;
  readonly error: string;
  readonly needed?: string;
}

/** Seconds to wait when Slack names none. */
const WAIT = 30;

/** What a failed call means, by Slack's error codes (docs.slack.dev, common errors). */
export const slackErrorGroups = {
  limited: ['ratelimited', 'rate_limited'],
  unavailable: [
    'service_unavailable',
    'request_timeout',
    'team_added_to_org',
    'internal_error',
    'fatal_error',
  ],
  reconnect: [
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'not_allowed_token_type',
  ],
} as const satisfies Record<string, readonly string[]>;

/** What a person does about an error, by code; others are read as they are. */
export const slackFixes: Readonly<Record<string, string>> = {
  name_taken:
    'Rename the channel that has this name (an archived or private one keeps its name too), or change the input Channel Name.',
  restricted_action:
    'Let a Slack admin allow the app to do this: Workspace settings > Permissions (who may open channels is under Channel Management, who may post in a channel is in its own settings).',
  cannot_create_channel:
    'Let a Slack admin allow the app to open channels: Workspace settings > Permissions > Channel Management.',
  channel_not_found:
    'Invite the bot to the channel, or choose another channel; if the room was deleted, delete its row in the ledger.',
  not_in_channel: 'Invite the bot to the channel.',
  is_archived: 'Unarchive the channel, or choose another one.',
  invalid_blocks: 'Shorten the headline, the intro or the extra fields.',
  user_not_found: 'Check that the person is an active member of the workspace.',
  ura_max_channels: 'The person is a guest of one channel: give them more channels, or add somebody else.',
  cant_invite: 'Let a Slack admin check whether the person may join private channels.',
};

/** What a person does about any other code. */
export const OTHER_FIX = 'Look the code up in the documentation of the method.';

/** Turns a refusal into an error a person or a platform can act on. */
export function slackProblem(method: string, { error, needed }: SlackRefusal): DealwireError {
  if (includes(slackErrorGroups.reconnect, error)) return new SlackTokenRevokedError(error);
  if (error === 'missing_scope') return new MissingScopeError(method, needed ?? 'it names');
  if (includes(slackErrorGroups.limited, error)) return new SlackLimitedError(method, WAIT);
  if (includes(slackErrorGroups.unavailable, error)) return new SlackUnavailableError(method, error, WAIT);
  return new SlackRefusedError(
    method,
    error,
    (Object.hasOwn(slackFixes, error) ? slackFixes[error] : undefined) ?? OTHER_FIX,
  );
}

function includes(codes: readonly string[], code: string): boolean {
  return codes.includes(code);
}
