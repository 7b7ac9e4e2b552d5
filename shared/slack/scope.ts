import { MissingScopeError } from '../error.ts';
import { methodScopes } from './method-scope.ts';

/** What the bot token is allowed a scope for. */
export interface ScopeUse {
  /** What the app does with it. */
  readonly purpose: string;
  /** What happens where it was not granted; a scope that says nothing here is required. */
  readonly without?: string;
}

const lookInto = (place: string) =>
  `after a run that died, look whether its message is there already, in ${place}`;
const UNSEEN = 'the input If Unsure decides whether to post again';

/** Every scope that the app may ask for. */
export const scopes = {
  'chat:write': { purpose: 'post and update messages' },
  'groups:write': { purpose: 'open private rooms, invite people to them and set their topic' },
  'users:read': { purpose: 'find people; Slack grants users:read.email only beside it' },
  'users:read.email': { purpose: 'find people by their email address' },
  'groups:read': {
    purpose: 'list the private channels that the bot is in, for the input Channel and after a run that died',
  },
  'bookmarks:read': { purpose: 'see whether a room has its bookmark already' },
  'bookmarks:write': { purpose: 'bookmark the record in its room' },
  'pins:write': { purpose: 'pin the briefing of a room' },
  'channels:history': { purpose: lookInto('public channels'), without: UNSEEN },
  'channels:manage': {
    purpose: 'open public rooms, invite people to them and set their topic',
    without: 'every room is private: leave Private Channel on',
  },
  'channels:read': {
    purpose: 'list the public channels that the bot is in, for the input Channel and after a run that died',
    without:
      'the input Channel offers no choices, so paste channel ids; public rooms fail after a run that died',
  },
  'chat:write.public': {
    purpose: 'post to public channels that the bot is not in',
    without: 'invite the bot to each channel',
  },
  commands: {
    purpose: 'the slash command and the message shortcut',
    without: 'there is neither',
  },
  'groups:history': { purpose: lookInto('private channels'), without: UNSEEN },
  'im:history': { purpose: lookInto('direct messages'), without: UNSEEN },
  'im:write': { purpose: 'open the direct messages with a person to look into them', without: UNSEEN },
  'usergroups:read': {
    purpose: 'list the user groups for the input of who is on call',
    without: 'type the id of the user group',
  },
} as const satisfies Readonly<Record<string, ScopeUse>>;

/** A scope that the app may ask for. */
export type Scope = keyof typeof scopes;

/** Every scope a connection must have, and the method that asks for it. */
export const requiredScopes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries<ScopeUse>(scopes)
    .filter(([, { without }]) => without === undefined)
    .map(([scope]) => [scope, methodAskingFor(scope)]),
);

function methodAskingFor(scope: string): string {
  const found = Object.entries(methodScopes).find(([, asked]) => asked.some((each) => each === scope));
  if (found === undefined) throw new Error(`No method asks for the scope ${scope}.`);
  return found[0];
}

/** Throws MissingScopeError that names every required scope not among `granted`. */
export function assertRequiredScopes(granted: readonly string[]): void {
  const missing = Object.entries(requiredScopes).filter(([scope]) => !granted.includes(scope));
  if (missing.length === 0) return;
  const methods = [...new Set(missing.map(([, method]) => method))];
  throw new MissingScopeError(methods.join(', '), missing.map(([scope]) => scope).join(', '));
}
