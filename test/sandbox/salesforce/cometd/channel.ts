import { changeEventName } from '../change-data/change-data.ts';
import type { ChangeEvent } from '../change-data/change-event.ts';
import type { Org } from '../org.ts';
import type { Sobject } from '../schema/type.ts';
import { visibleSobjects } from '../visible.ts';

/** A channel of change events: of one object, or of all that are selected. */
export interface Channel {
  readonly name: string;
  readonly sobject: Sobject | undefined;
}

const ALL = '/data/ChangeEvents';
const RETENTION = 72 * 60 * 60 * 1000;

/** The channel of that name; names are case-sensitive, and an object that is not selected has one too. */
export function findChannel(org: Org, name: string): Channel | undefined {
  if (!org.features.changeData) return undefined;
  if (name === ALL) return { name, sobject: undefined };
  const sobject = visibleSobjects(org).find(
    (known) => known.changeEvents && name === `/data/${changeEventName(known.name)}`,
  );
  return sobject === undefined ? undefined : { name, sobject };
}

/** Whether an event belongs to a channel and is still retained: 72 hours. */
export function isOn(org: Org, channel: Channel, event: ChangeEvent): boolean {
  const { entityName, commitTimestamp } = event.data.payload.ChangeEventHeader;
  if (org.now() - commitTimestamp > RETENTION) return false;
  return channel.sobject === undefined || channel.sobject.name === entityName;
}

/**
 * Where reading begins, as a position in the org's events: after the event with a replay id, at the oldest retained
 * one for -2, behind the newest for -1; `undefined` for an id that is not retained on the channel.
 */
export function startOf(org: Org, channel: Channel, replayId: unknown): number | undefined {
  if (replayId === -1) return org.changeEvents.length;
  if (replayId === -2) return 0;
  const found = org.changeEvents.findIndex(
    (event) => event.data.event.replayId === replayId && isOn(org, channel, event),
  );
  return found < 0 ? undefined : found + 1;
}
