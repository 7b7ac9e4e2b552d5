/** What every stored row carries: emulate's routes read and write these fields. */
export interface Row {
  readonly id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A person or the bot. */
export interface User extends Row {
  readonly user_id: string;
  readonly team_id: string;
  readonly name: string;
  readonly real_name: string;
  readonly email: string;
  readonly tz: string;
  readonly is_admin: boolean;
  readonly is_bot: boolean;
  readonly deleted: boolean;
  readonly is_restricted: boolean;
  readonly is_ultra_restricted: boolean;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly presence: string;
}

/** A topic or a purpose; `last_set` in epoch seconds. */
export interface Caption {
  readonly value: string;
  readonly creator: string;
  readonly last_set: number;
}

/** A room, or a conversation of a few people. */
export interface Channel extends Row {
  readonly channel_id: string;
  readonly team_id: string;
  readonly name: string;
  readonly is_channel: boolean;
  readonly is_private: boolean;
  readonly is_archived: boolean;
  readonly is_im?: boolean;
  readonly is_mpim?: boolean;
  readonly is_open_by_user?: Readonly<Record<string, boolean>>;
  /** Both members of a one-to-one conversation as `directKey` writes them. */
  readonly direct?: string;
  readonly user?: string;
  readonly topic: Caption;
  readonly purpose: Caption;
  readonly members: readonly string[];
  readonly creator: string;
  readonly num_members: number;
}

/** Something posted, or one of Slack's own notices, which have a `subtype`. */
export interface Message extends Row {
  readonly ts: string;
  readonly channel_id: string;
  readonly user: string;
  readonly text: string;
  readonly type: string;
  readonly subtype?: string;
  readonly thread_ts?: string | undefined;
  readonly reply_broadcast?: boolean;
  readonly inviter?: string;
  readonly blocks?: readonly unknown[] | undefined;
  readonly attachments?: readonly unknown[] | undefined;
  readonly metadata?: MessageMetadata | undefined;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reply_count: number;
  readonly reply_users: readonly string[];
  readonly reactions: readonly unknown[];
}

/** A message that one person alone sees. */
export interface Ephemeral extends Message {
  readonly target_user: string;
}

/** What an app attached to its message; empty once removed. */
export interface MessageMetadata {
  readonly event_type?: string;
  readonly event_payload?: Readonly<Record<string, unknown>>;
}

/** A message pinned in its channel. */
export interface Pin extends Row {
  readonly channel_id: string;
  readonly message_ts: string;
}

/** A link at the top of a channel. */
export interface Bookmark extends Row {
  readonly bookmark_id: string;
  readonly channel_id: string;
  readonly title: string;
  readonly link: string;
  readonly emoji: string;
}

/** A token and what it may do. */
export interface Token extends Row {
  readonly token: string;
  readonly token_type: 'bot' | 'user';
  readonly team_id: string;
  readonly user_id: string;
  readonly scopes: readonly string[];
  readonly app_id: string;
  readonly bot_id?: string;
  readonly bot_user_id?: string;
}

/** The workspace. */
export interface Team extends Row {
  readonly team_id: string;
  readonly name: string;
  readonly domain: string;
}

/** The app's bot as `bot_id` names it. */
export interface Bot extends Row {
  readonly bot_id: string;
  readonly user_id: string;
  readonly app_id: string;
  readonly name: string;
  readonly deleted: boolean;
  readonly icons: Readonly<Record<string, string>>;
}

/** A row before the store numbers and dates it. */
export type New<Kind extends Row> = Omit<Kind, keyof Row>;
