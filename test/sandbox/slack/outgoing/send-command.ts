import { Refusal } from '../refusal.ts';
import { isDirect, type Workspace } from '../workspace.ts';
import { postResponse, type ShownMessage } from './post-response.ts';
import { postSigned, type Receiver, type Reply } from './receiver.ts';
import type { ResponseUrls } from './response-urls.ts';
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** A slash command as a person types it. */
export interface Command extends Whereabouts {
  /** With the slash, such as `/sf`. */
  readonly command: string;
  readonly text?: string;
}

/** What a person sees after a command. */
export type CommandOutcome =
  | { readonly shown: 'nothing' }
  | ({ readonly shown: 'message' } & ShownMessage)
  /** `operation_timeout`: no answer in three seconds; `http_error`: another status than 200; else a message's refusal. */
  | { readonly shown: 'error'; readonly error: string }
  /** What Slack shows for this answer is documented nowhere. */
  | { readonly shown: 'unknown'; readonly body: string };

/** Sends a slash command to the app and tells what the person sees at once. */
export async function sendCommand(
  workspace: Workspace,
  urls: ResponseUrls,
  receiver: Receiver,
  { command, text = '', ...where }: Command,
): Promise<CommandOutcome> {
  const { user, channel } = whereaboutsOf(workspace, where);
  const { team, app, store } = workspace;
  const conversation = { user: user.user_id, channel: channel.channel_id };
  const fields = {
    token: store.stamps.id('token'),
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.channel_id,
    channel_name: isDirect(channel) ? 'directmessage' : channel.is_private ? 'privategroup' : channel.name,
    user_id: user.user_id,
    user_name: user.name,
    command,
    text,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    response_url: urls.open('commands', conversation, receiver.responseOrigin),
    trigger_id: store.stamps.id('trigger'),
  };
  const body = new URLSearchParams(fields).toString();
  const reply = await postSigned(workspace, receiver, 'application/x-www-form-urlencoded', body);
  if (reply === undefined) return { shown: 'error', error: 'operation_timeout' };
  if (reply.status !== 200) return { shown: 'error', error: 'http_error' };
  return show(reply, (answer) => postResponse(workspace, conversation, answer));
}

function show(
  { body, contentType }: Reply,
  post: (answer: Readonly<Record<string, unknown>>) => ShownMessage,
): CommandOutcome {
  if (body === '') return { shown: 'nothing' };
  const answer = contentType.startsWith('application/json') ? objectIn(body) : { text: body };
  if (answer === undefined || !('text' in answer || 'blocks' in answer)) return { shown: 'unknown', body };
  try {
    return { shown: 'message', ...post(answer) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { shown: 'error', error: error.code };
  }
}

function objectIn(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
