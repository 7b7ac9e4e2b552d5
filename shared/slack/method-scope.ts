import type { Scope } from './scope.ts';

/**
 * The scopes that the Web API methods of the pack ask of a bot token. Where a method asks for another scope by the kind of
 * channel, these are the scopes of the kinds that it is called for (docs.slack.dev, reference of each method).
 */
export const methodScopes = {
  'auth.test': [],
  'bookmarks.add': ['bookmarks:write'],
  'bookmarks.list': ['bookmarks:read'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write', 'chat:write.public'],
  'chat.update': ['chat:write'],
  'conversations.create': ['groups:write', 'channels:manage'],
  'conversations.history': ['groups:history', 'channels:history', 'im:history'],
  'conversations.info': ['groups:read', 'channels:read'],
  'conversations.invite': ['groups:write', 'channels:manage'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['groups:history', 'channels:history', 'im:history'],
  'conversations.setTopic': ['groups:write', 'channels:manage'],
  'pins.add': ['pins:write'],
  'usergroups.list': ['usergroups:read'],
  'users.conversations': ['groups:read', 'channels:read'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email', 'users:read'],
} as const satisfies Readonly<Record<string, readonly Scope[]>>;

/** The scopes that a method asks for. Throws for a method of which the table does not say it. */
export function scopesOf(method: string): readonly Scope[] {
  if (!Object.hasOwn(methodScopes, method))
    throw new Error(`Say in shared/slack/method-scope.ts which scopes ${method} asks for.`);
  return methodScopes[method as keyof typeof methodScopes];
}
