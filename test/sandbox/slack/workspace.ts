import type { FakeClock } from '../clock.ts';
import type { SeedGroup, SlackSeed } from './seed.ts';
import type { Channel, Message, User } from './store/records.ts';
import { newChannel, newPerson, newUser } from './store/rows.ts';
import { createStore, type SlackStore } from './store/store.ts';

/** Everything the stand-in knows: the store, the seed's fixed parts and the clock. */
export interface Workspace {
  readonly clock: FakeClock;
  readonly store: SlackStore;
  readonly team: SlackSeed['team'];
  readonly app: SlackSeed['app'];
  readonly groups: readonly SeedGroup[];
  /** Whether a name used within the last second is still seen as free. */
  racyNames: boolean;
}

/** A workspace filled from a seed. */
export function createWorkspace(seed: SlackSeed, clock: FakeClock): Workspace {
  const store = createStore(clock, seed.population);
  const { team, app } = seed;
  store.teams.seed({ team_id: team.id, name: team.name, domain: team.domain });
  store.bots.seed({
    bot_id: app.botId,
    user_id: app.botUserId,
    app_id: app.appId,
    name: app.name,
    deleted: false,
    icons: {},
  });
  store.users.seed({ ...newPerson(team.id, app.botUserId, app.name, app.name, ''), is_bot: true });
  for (const user of seed.users) {
    const row = newUser(team.id, user.id, user.realName, user.email);
    store.users.seed({
      ...row,
      tz: user.timeZone ?? row.tz,
      is_admin: user.isAdmin ?? false,
      deleted: user.deactivated ?? false,
      is_restricted: user.guest !== undefined,
      is_ultra_restricted: user.guest === 'single',
      profile: { ...row.profile, title: user.title ?? '' },
    });
  }
  for (const channel of seed.channels) store.channels.seed(newChannel(team.id, channel));
  return { clock, store, team, app, groups: seed.groups, racyNames: false };
}

/** The person or bot with an id. */
export const findUser = ({ store }: Workspace, id: string) => store.users.findOneBy('user_id', id);

/** The channel with an id, whoever may see it. */
export const findChannel = ({ store }: Workspace, id: string) => store.channels.findOneBy('channel_id', id);

/** Whether a channel is a conversation of a few people rather than a room. */
export const isDirect = (channel: Channel) => channel.is_im === true || channel.is_mpim === true;

/** The rooms with this name: archived and private ones too, direct conversations not. */
export const channelsNamed = ({ store }: Workspace, name: string) =>
  store.channels.findBy('name', name).filter((channel) => !isDirect(channel));

/** The message with a ts in a channel. */
export const findMessage = ({ store }: Workspace, channel: string, ts: string): Message | undefined =>
  store.messages.findBy('ts', ts).find((message) => message.channel_id === channel);

const directKey = (one: string, other: string) => [one, other].sort().join(':');

/** The one-to-one conversation of two people, if it was ever opened. */
export const findDirect = ({ store }: Workspace, one: string, other: string) =>
  store.channels.findOneBy('direct', directKey(one, other));

/** Opens the one-to-one conversation of two people; deactivated people have one too. */
export function openDirect(workspace: Workspace, from: string, to: User): Channel {
  const existing = findDirect(workspace, from, to.user_id);
  if (existing) return existing;
  return workspace.store.channels.insert({
    ...newChannel(workspace.team.id, {
      id: 'D',
      name: to.name,
      creator: from,
      members: [...new Set([from, to.user_id])],
      isPrivate: true,
    }),
    is_im: true,
    is_open_by_user: { [from]: true },
    direct: directKey(from, to.user_id),
    user: to.user_id,
  });
}

/** Puts a message into a channel without any check. */
export const addMessage = (
  { store }: Workspace,
  message: Pick<Message, 'channel_id' | 'user' | 'text'> & Partial<Message>,
) =>
  store.messages.insert({
    type: 'message',
    reply_count: 0,
    reply_users: [],
    reactions: [],
    ...message,
    ts: '',
  });
