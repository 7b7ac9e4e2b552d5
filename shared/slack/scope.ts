import { MissingScopeError } from '../error.ts';

/** Every scope a delivery cannot do without, and the method that asks for it. */
export const requiredScopes = {
  'chat:write': 'chat.postMessage',
  'groups:write': 'conversations.create',
  'users:read': 'users.lookupByEmail',
  'users:read.email': 'users.lookupByEmail',
  'groups:read': 'users.conversations',
  'bookmarks:read': 'bookmarks.list',
  'bookmarks:write': 'bookmarks.add',
  'pins:write': 'pins.add',
} as const;

/** Throws MissingScopeError that names every required scope not among `granted`. */
export function assertRequiredScopes(granted: readonly string[]): void {
  const missing = Object.entries(requiredScopes).filter(([scope]) => !granted.includes(scope));
  if (missing.length === 0) return;
  const methods = [...new Set(missing.map(([, method]) => method))];
  throw new MissingScopeError(methods.join(', '), missing.map(([scope]) => scope).join(', '));
}
