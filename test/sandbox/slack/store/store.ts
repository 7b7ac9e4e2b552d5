import type { FakeClock } from '../../clock.ts';
import { type Collection, createCollection } from './collection.ts';
import type { Computed } from './computed.ts';
import type {
  Bookmark,
  Bot,
  Channel,
  Ephemeral,
  Message,
  New,
  Pin,
  Row,
  Team,
  Token,
  User,
} from './records.ts';
import { createStamps, type Stamps, stampFor } from './stamps.ts';

/** The store that emulate's Slack routes are mounted on, and the typed collections we use of it. */
export interface SlackStore {
  collection(name: string, indexed?: readonly string[]): Collection<Row>;
  getData(key: string): unknown;
  setData(key: string, value: unknown): void;
  reset(): void;
  readonly stamps: Stamps;
  readonly teams: Collection<Team>;
  readonly users: Collection<User>;
  readonly bots: Collection<Bot>;
  readonly channels: Collection<Channel>;
  readonly messages: Collection<Message>;
  readonly ephemerals: Collection<Ephemeral>;
  readonly pins: Collection<Pin>;
  readonly bookmarks: Collection<Bookmark>;
  readonly tokens: Collection<Token>;
}

/** People and channels that exist without being stored. */
export interface Population {
  readonly users?: Computed<New<User>> | undefined;
  readonly channels?: Computed<New<Channel>> | undefined;
}

/** A store whose ids and times come from the clock. */
export function createStore(clock: FakeClock, population: Population = {}): SlackStore {
  const stamps = createStamps(clock);
  const collections = new Map<string, Collection<Row>>();
  const data = new Map<string, unknown>();
  const define = <Kind extends Row>(
    name: string,
    indexed: readonly string[],
    computed?: Computed<New<Kind>>,
  ): Collection<Kind> => {
    const created = createCollection<Kind>({
      indexed,
      computed,
      time: stamps.iso,
      stamp: stampFor(name, stamps),
    });
    collections.set(name, created as unknown as Collection<Row>);
    return created;
  };
  return {
    collection: (name, indexed = []) => collections.get(name) ?? define(name, indexed),
    getData: (key) => data.get(key),
    setData: (key, value) => {
      data.set(key, value);
    },
    reset: () => {
      for (const collection of collections.values()) collection.clear();
      data.clear();
    },
    stamps,
    teams: define('slack.teams', ['team_id']),
    users: define('slack.users', ['user_id', 'email', 'name'], population.users),
    bots: define('slack.bots', ['bot_id']),
    channels: define('slack.channels', ['channel_id', 'name', 'direct'], population.channels),
    messages: define('slack.messages', ['ts', 'channel_id']),
    ephemerals: define('slack.ephemeral_messages', ['ts', 'channel_id', 'target_user']),
    pins: define('slack.pins', ['pin_id', 'channel_id', 'message_ts']),
    bookmarks: define('slack.bookmarks', ['bookmark_id', 'channel_id']),
    tokens: define('slack.tokens', ['token', 'user_id', 'app_id', 'team_id']),
  };
}
