import type { Population } from './store/store.ts';

/** A person to start with; the part of the address before the @ becomes the Slack name. */
export interface SeedUser {
  readonly id: string;
  readonly email: string;
  readonly realName: string;
  readonly title?: string;
  readonly timeZone?: string;
  readonly isAdmin?: boolean;
  /** `multi` may be in several channels, `single` in one only. */
  readonly guest?: 'multi' | 'single';
  readonly deactivated?: boolean;
}

/** A room to start with. */
export interface SeedChannel {
  readonly id: string;
  readonly name: string;
  readonly creator: string;
  /** User ids; the creator is not added by itself. */
  readonly members: readonly string[];
  readonly isPrivate?: boolean;
  readonly archived?: boolean;
  readonly topic?: string;
}

/** A user group. */
export interface SeedGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
  readonly disabled?: boolean;
}

/** A workspace to start from, with the one app that is installed in it. */
export interface SlackSeed {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: {
    readonly appId: string;
    readonly botId: string;
    readonly botUserId: string;
    readonly name: string;
    /** What the app's requests are signed with. */
    readonly signingSecret: string;
  };
  readonly users: readonly SeedUser[];
  readonly channels: readonly SeedChannel[];
  readonly groups: readonly SeedGroup[];
  /** More people and channels, computed when asked for. */
  readonly population?: Population;
}
