import { checkMessage, checkThread } from '../message-check.ts';
import { explainedRefusal } from '../refusal.ts';
import { addMessage, type Workspace } from '../workspace.ts';
import type { Conversation } from './response-urls.ts';

/** An answer to a command or a shortcut, as it is shown. */
export interface ShownMessage {
  /** Whom it reaches: the person alone, or everybody in the channel. */
  readonly visibility: 'ephemeral' | 'in_channel';
  readonly text: string;
  readonly blocks: readonly unknown[] | undefined;
}

const KEYS = ['text', 'blocks', 'response_type', 'replace_original', 'delete_original', 'thread_ts'];

/**
 * Shows an answer in the conversation it belongs to. Throws the refusals of a message's text and blocks,
 * `cannot_reply_to_message`, and `invalid_arguments` for keys that nothing documents and for changing an original
 * message, which neither a command nor a message shortcut has.
 */
export function postResponse(
  workspace: Workspace,
  { user, channel }: Conversation,
  answer: Readonly<Record<string, unknown>>,
): ShownMessage {
  const unknown = Object.keys(answer).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw invalid(`the stand-in knows no key "${unknown}"`);
  if (answer.replace_original === true || answer.delete_original === true)
    throw invalid('there is no original message of the app');
  const { response_type: visibility = 'ephemeral', thread_ts: thread = '' } = answer;
  if (visibility !== 'ephemeral' && visibility !== 'in_channel') throw invalid('response_type');
  checkMessage({ input: answer }, { refuseLongText: false, needsContent: true });
  checkThread(workspace, channel, String(thread));
  const { app } = workspace;
  const text = typeof answer.text === 'string' ? answer.text : '';
  const blocks = answer.blocks as readonly unknown[] | undefined;
  const message = {
    channel_id: channel,
    user: app.botUserId,
    text,
    bot_id: app.botId,
    app_id: app.appId,
    ...(blocks === undefined ? {} : { blocks }),
    ...(thread === '' ? {} : { thread_ts: String(thread) }),
  };
  if (visibility === 'in_channel') addMessage(workspace, message);
  else
    workspace.store.ephemerals.insert({
      ...message,
      target_user: user,
      type: 'message',
      ts: '',
      reply_count: 0,
      reply_users: [],
      reactions: [],
    });
  return { visibility, text, blocks };
}

const invalid = (why: string) => explainedRefusal('invalid_arguments', [`[ERROR] ${why}`]);
