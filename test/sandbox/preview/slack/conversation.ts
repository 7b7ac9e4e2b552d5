import { INSTANCE } from '../../make-account.ts';
import { PEOPLE, SAMPLE_WORKSPACE } from '../../slack/sample-workspace.ts';
import type { World } from '../../world.ts';
import type { Names } from './names.ts';

/** A channel or a direct conversation in which something happened. */
export interface Conversation {
  readonly id: string;
  /** Without the sign in front of it. */
  readonly title: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly topic: string;
  /** Names, in order of joining. */
  readonly members: readonly string[];
  readonly bookmarks: readonly string[];
  readonly messages: readonly Posted[];
}

/** A message as people see it. */
export interface Posted {
  readonly by: string;
  readonly isApp: boolean;
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly unknown[] | undefined;
  readonly isPinned: boolean;
  readonly replies: readonly Posted[];
  /** Who alone sees it. */
  readonly onlyFor?: string;
}

/** What the names of a workspace are; one that is not known stays an id. */
export function namesIn({ slack }: World): Names {
  const channels = new Map(slack.channels().map(({ id, name }) => [id, name]));
  const groups = new Map(SAMPLE_WORKSPACE.groups?.map(({ id, handle }) => [id, handle]));
  const known = new Set(SAMPLE_WORKSPACE.users.map(({ id }) => id)).add(slack.botUserId);
  return {
    person: (id) =>
      id === slack.botUserId ? 'Dealwire' : known.has(id) ? slack.person(id).realName : undefined,
    channel: (id) => channels.get(id),
    group: (id) => groups.get(id),
  };
}

/** Every conversation that the app made or somebody wrote in: its rooms, then the others as they came up. */
export function conversationsIn(world: World): readonly Conversation[] {
  const { slack, salesforce } = world;
  const names = namesIn(world);
  const nameOf = (id: string) => names.person(id) ?? id;
  const atInstance = <T>(value: T): T =>
    value === undefined ? value : JSON.parse(JSON.stringify(value).replaceAll(salesforce.url, INSTANCE));
  const messagesIn = (channel: string, pins: readonly string[] = []): readonly Posted[] => {
    const all = slack.messages(channel);
    const isReply = ({ thread_ts, ts }: (typeof all)[number]) => thread_ts !== undefined && thread_ts !== ts;
    const posted = (message: (typeof all)[number]): Posted => ({
      by: nameOf(message.user),
      isApp: message.user === slack.botUserId,
      ts: message.ts,
      text: atInstance(message.text),
      blocks: atInstance(message.blocks),
      isPinned: pins.includes(message.ts),
      replies: all.filter((other) => isReply(other) && other.thread_ts === message.ts).map(posted),
    });
    const whispered = slack
      .ephemerals()
      .filter((message) => message.channel === channel)
      .map(({ ts, text, blocks, to }) => ({
        by: nameOf(slack.botUserId),
        isApp: true,
        ts,
        text: atInstance(text),
        blocks: atInstance(blocks),
        isPinned: false,
        replies: [],
        onlyFor: nameOf(to),
      }));
    const said = all.filter((message) => !isReply(message)).map(posted);
    return [...said, ...whispered].sort((a, b) => Number(a.ts) - Number(b.ts));
  };
  const rooms = slack.channels().map(({ id, name, isPrivate, topic, members, bookmarks, pins, creator }) => ({
    made: creator === slack.botUserId,
    id,
    title: name,
    kind: isPrivate ? ('private' as const) : ('public' as const),
    topic,
    members: members.map(nameOf),
    bookmarks: bookmarks.map(({ title }) => title),
    messages: messagesIn(id, pins),
  }));
  const direct = Object.values(PEOPLE).flatMap(({ id, realName }) => {
    const channel = slack.directChannel(id);
    if (channel === undefined) return [];
    const rest = { made: false, topic: '', members: [realName, 'Dealwire'], bookmarks: [] };
    return [
      { id: channel, title: realName, kind: 'direct' as const, ...rest, messages: messagesIn(channel) },
    ];
  });
  const since = ({ messages }: Pick<Conversation, 'messages'>) => Number(messages[0]?.ts ?? 0);
  return [...rooms, ...direct]
    .filter(({ made, messages }) => made || messages.length > 0)
    .sort((a, b) => Number(b.made) - Number(a.made) || since(a) - since(b))
    .map(({ made: _, ...conversation }) => conversation);
}
