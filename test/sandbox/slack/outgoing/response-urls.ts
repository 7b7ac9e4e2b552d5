import type { Workspace } from '../workspace.ts';

/** What an address was given out for: whose command or shortcut, and where. */
export interface Conversation {
  readonly user: string;
  /** The channel's id. */
  readonly channel: string;
}

/** The addresses that Slack gave out for later answers. */
export interface ResponseUrls {
  /** A new address for a command, or for a shortcut (`actions`). */
  open(kind: 'commands' | 'actions', conversation: Conversation, origin?: string): string;
  /** The conversation of an address; otherwise why it takes no answer. */
  find(pathname: string): Conversation | 'unknown_url' | 'expired_url' | 'used_url';
  /** Counts one answer. */
  use(pathname: string): void;
}

const ORIGIN = 'https://hooks.slack.com';
const LIFETIME = 30 * 60_000;
const MAXIMUM_USES = 5;

/** Addresses that take five answers within thirty minutes on the workspace's clock. */
export function createResponseUrls({ clock, team, store }: Workspace): ResponseUrls {
  const given = new Map<string, Conversation & { readonly until: number; uses: number }>();
  return {
    open: (kind, conversation, origin = ORIGIN) => {
      const secret = store.stamps.id('response');
      const path = `/${kind}/${team.id}/${store.stamps.id('1')}/${secret}`;
      given.set(path, { ...conversation, until: clock.now() + LIFETIME, uses: 0 });
      return `${origin}${path}`;
    },
    find: (pathname) => {
      const entry = given.get(pathname);
      if (entry === undefined) return 'unknown_url';
      if (clock.now() >= entry.until) return 'expired_url';
      if (entry.uses >= MAXIMUM_USES) return 'used_url';
      return { user: entry.user, channel: entry.channel };
    },
    use: (pathname) => {
      const entry = given.get(pathname);
      if (entry !== undefined) entry.uses += 1;
    },
  };
}
