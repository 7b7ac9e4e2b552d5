import type { MessageMetadata } from './store/records.ts';
import { findUser, isDirect, type Workspace } from './workspace.ts';

/** A room as tests look at it. */
export interface ChannelView {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  /** User ids in order of joining. */
  readonly members: readonly string[];
  readonly topic: string;
  readonly creator: string;
  readonly archived: boolean;
  readonly bookmarks: readonly {
    readonly id: string;
    readonly title: string;
    readonly link: string;
    readonly emoji: string;
  }[];
  /** The ts of each pinned message. */
  readonly pins: readonly string[];
}

/** A message as tests look at it. */
export interface MessageView {
  /** The channel's id. */
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[] | undefined;
  readonly metadata: MessageMetadata | undefined;
  readonly user: string;
  readonly thread_ts: string | undefined;
  /** The address that chat.getPermalink gives. */
  readonly permalink: string;
}

/** A message that one person alone sees, as tests look at it. */
export interface EphemeralView {
  /** The channel's id. */
  readonly channel: string;
  /** Who sees it. */
  readonly to: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[] | undefined;
  readonly thread_ts: string | undefined;
}

/** A person, or the bot, as tests look at them. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly deactivated: boolean;
}

/** The stored rooms in order of creation. */
export const channelViews = ({ store }: Workspace): readonly ChannelView[] =>
  store.channels
    .all()
    .filter((channel) => !isDirect(channel))
    .map((channel) => ({
      id: channel.channel_id,
      name: channel.name,
      isPrivate: channel.is_private,
      members: channel.members,
      topic: channel.topic.value,
      creator: channel.creator,
      archived: channel.is_archived,
      bookmarks: store.bookmarks
        .findBy('channel_id', channel.channel_id)
        .map(({ bookmark_id, title, link, emoji }) => ({ id: bookmark_id, title, link, emoji })),
      pins: store.pins.findBy('channel_id', channel.channel_id).map(({ message_ts }) => message_ts),
    }));

/** The messages that people and apps posted, oldest first. */
export const messageViews = ({ store, team }: Workspace, channel?: string): readonly MessageView[] =>
  (channel === undefined ? store.messages.all() : store.messages.findBy('channel_id', channel))
    .filter(({ subtype }) => subtype === undefined)
    .map(({ channel_id, ts, text, blocks, metadata, user, thread_ts }) => ({
      channel: channel_id,
      ts,
      text,
      blocks,
      metadata: metadata?.event_type ? metadata : undefined,
      user,
      thread_ts,
      permalink: permalinkOf(team.domain, channel_id, ts, thread_ts),
    }));

/** The messages that one person alone sees, oldest first. */
export const ephemeralViews = ({ store }: Workspace): readonly EphemeralView[] =>
  store.ephemerals.all().map(({ channel_id, target_user, ts, text, blocks, thread_ts }) => ({
    channel: channel_id,
    to: target_user,
    ts,
    text,
    blocks,
    thread_ts,
  }));

/** The person or bot with an id; throws when there is none. */
export function personView(workspace: Workspace, id: string): PersonView {
  const user = findUser(workspace, id);
  if (!user) throw new Error(`nobody in the workspace has the id ${id}`);
  return { id, name: user.name, realName: user.real_name, deactivated: user.deleted };
}

function permalinkOf(domain: string, channel: string, ts: string, thread: string | undefined): string {
  const address = `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return thread === undefined || thread === ts ? address : `${address}?thread_ts=${thread}&cid=${channel}`;
}
