import { type Kind, kindOf, visible } from './conversation.ts';
import { text } from './input.ts';
import type { Alternatives, MethodCall } from './method.ts';

const READ: Readonly<Record<Kind, Alternatives>> = {
  public: ['channels:read'],
  private: ['groups:read'],
  im: ['im:read'],
  mpim: ['mpim:read'],
};
const HISTORY: Readonly<Record<Kind, Alternatives>> = {
  public: ['channels:history'],
  private: ['groups:history'],
  im: ['im:history'],
  mpim: ['mpim:history'],
};
const MANAGE: Readonly<Record<Kind, Alternatives>> = {
  public: ['channels:manage'],
  private: ['groups:write'],
  im: ['im:write'],
  mpim: ['mpim:write'],
};

/** The scopes that fit the kind of the channel called; any kind's while the caller cannot see the channel. */
const byKind = (scopes: Readonly<Record<Kind, Alternatives>>) => (call: MethodCall) => {
  const channel = visible(call, text(call.input, 'channel'));
  return [channel ? scopes[kindOf(channel)] : Object.values(scopes).flat()];
};

const orFiner = (suffix: string) =>
  byKind({
    ...MANAGE,
    public: [...MANAGE.public, `channels:write.${suffix}`],
    private: [...MANAGE.private, `groups:write.${suffix}`],
  });

/** Scopes for looking at the channel called. */
export const readScopes = byKind(READ);
/** Scopes for reading the messages of the channel called. */
export const historyScopes = byKind(HISTORY);
/** Scopes for changing the channel called. */
export const manageScopes = byKind(MANAGE);
/** As `manageScopes`, or the finer scope for inviting. */
export const inviteScopes = orFiner('invites');
/** As `manageScopes`, or the finer scope for topic and purpose. */
export const topicScopes = orFiner('topic');

const TYPES: ReadonlyMap<string, Kind> = new Map([
  ['public_channel', 'public'],
  ['private_channel', 'private'],
  ['im', 'im'],
  ['mpim', 'mpim'],
]);

/** The read scope of a kind as `types` names it, such as `private_channel`; `undefined` for an unknown type. */
export function scopeOfType(
  type: string,
): { readonly kind: Kind; readonly scopes: Alternatives } | undefined {
  const kind = TYPES.get(type);
  return kind && { kind, scopes: READ[kind] };
}
