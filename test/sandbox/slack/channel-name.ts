import { Refusal } from './refusal.ts';
import { channelsNamed, type Workspace } from './workspace.ts';

const MAXIMUM_LENGTH = 80;
/** How long a new name stays unseen while `racyNames` is on, in milliseconds. */
const NAME_LAG = 1000;

/** Refuses a channel name as Slack does, without repairing it. */
export function checkName(name: string): void {
  if (name === '') throw new Refusal('invalid_name_required');
  if (name.length > MAXIMUM_LENGTH) throw new Refusal('invalid_name_maxlength');
  if (/^[-_\p{P}]+$/u.test(name)) throw new Refusal('invalid_name_punctuation');
  if (!/^[a-z0-9_-]+$/.test(name)) throw new Refusal('invalid_name_specials');
}

/** Throws `name_taken` when any other room has the name, archived and hidden ones included. */
export function checkFree(workspace: Workspace, name: string, except?: string): void {
  const { clock, racyNames } = workspace;
  const seen = channelsNamed(workspace, name).filter(
    (channel) =>
      channel.channel_id !== except &&
      !(racyNames && clock.now() - Date.parse(channel.created_at) < NAME_LAG),
  );
  if (seen.length > 0) throw new Refusal('name_taken');
}
