import { messageView } from '../views.ts';
import { findMessage, type Workspace } from '../workspace.ts';
import { postSigned, type Receiver } from './receiver.ts';
import type { ResponseUrls } from './response-urls.ts';
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** A shortcut that a person chooses in the menu of a message. */
export interface MessageShortcut extends Whereabouts {
  /** What the app's manifest calls the shortcut. */
  readonly callbackId: string;
  /** The message's ts. */
  readonly ts: string;
}

/** What a person sees after a shortcut; what it leads to is up to the app. `error` as for a command. */
export type ShortcutOutcome =
  | { readonly shown: 'nothing' }
  | { readonly shown: 'error'; readonly error: 'operation_timeout' | 'http_error' };

/** Sends a message shortcut to the app: a form with the JSON in its field `payload`. */
export async function sendShortcut(
  workspace: Workspace,
  urls: ResponseUrls,
  receiver: Receiver,
  { callbackId, ts, ...where }: MessageShortcut,
): Promise<ShortcutOutcome> {
  const { user, channel } = whereaboutsOf(workspace, where);
  const message = findMessage(workspace, channel.channel_id, ts);
  if (!message) throw new Error(`there is no message ${ts} in ${channel.channel_id}`);
  const { team, app, store } = workspace;
  const conversation = { user: user.user_id, channel: channel.channel_id };
  const payload = {
    type: 'message_action',
    token: store.stamps.id('token'),
    action_ts: store.stamps.ts(),
    team: { id: team.id, domain: team.domain },
    user: { id: user.user_id, name: user.name, username: user.name, team_id: team.id },
    channel: { id: channel.channel_id, name: channel.name },
    api_app_id: app.appId,
    is_enterprise_install: false,
    callback_id: callbackId,
    trigger_id: store.stamps.id('trigger'),
    response_url: urls.open('actions', conversation, receiver.responseOrigin),
    message_ts: ts,
    message: messageView(message, false),
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const reply = await postSigned(workspace, receiver, 'application/x-www-form-urlencoded', body);
  if (reply === undefined) return { shown: 'error', error: 'operation_timeout' };
  return reply.status === 200 ? { shown: 'nothing' } : { shown: 'error', error: 'http_error' };
}
