import type { Org } from '../org.ts';
import { deliverableEvents } from './allowance.ts';
import type { BayeuxMessage } from './bayeux.ts';
import { type Channel, isOn } from './channel.ts';
import type { Session } from './session.ts';
import { visibleEvent } from './visible-event.ts';

/** An event that waits for a session. */
interface Waiting {
  readonly channel: Channel;
  readonly position: number;
}

/** Whether events wait for a session. */
export function hasEvents(org: Org, session: Session): boolean {
  return waiting(org, session, 1).length > 0;
}

/** Takes the next events of a session's channels in the order of commits, as far as one answer and the allowance hold, and counts them. */
export function takeEvents(org: Org, session: Session): readonly BayeuxMessage[] {
  const most = Math.min(org.limits.eventsPerConnect, deliverableEvents(org));
  const taken = waiting(org, session, most);
  for (const { channel, position } of taken) {
    const subscription = session.subscriptions.get(channel.name);
    if (subscription !== undefined) subscription.next = position + 1;
  }
  if (taken.length > 0) org.eventDeliveries.push({ at: org.now(), count: taken.length });
  return taken.flatMap(({ channel, position }) => {
    const event = org.changeEvents[position];
    return event === undefined ? [] : [visibleEvent(org, channel, event)];
  });
}

function waiting(org: Org, session: Session, most: number): readonly Waiting[] {
  const found: Waiting[] = [];
  for (const subscription of session.subscriptions.values()) {
    const { channel, next, ready } = subscription;
    if (!ready) continue;
    const last = found.length + most;
    for (let position = next; position < org.changeEvents.length && found.length < last; position++) {
      const event = org.changeEvents[position];
      const isItsOwn = event !== undefined && isOn(org, channel, event);
      if (!isItsOwn && position === subscription.next) subscription.next += 1;
      if (isItsOwn && mayView(org, event.data.payload.ChangeEventHeader.entityName))
        found.push({ channel, position });
    }
  }
  return found.sort((a, b) => a.position - b.position).slice(0, most);
}

/** Whether the connected user may read the change events of an object. */
export function mayView(org: Org, sobject: string): boolean {
  return !org.features.withoutViewAll.has(sobject);
}
