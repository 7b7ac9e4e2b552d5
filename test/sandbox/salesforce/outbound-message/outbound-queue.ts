import type { Background } from '../callout/background.ts';
import type { CallOut } from '../callout/callout.ts';
import type { Org } from '../org.ts';
import { findField, findSobject } from '../visible.ts';
import { envelope, type Sender } from './envelope.ts';
import type { Notification, OutboundMessage } from './outbound-message.ts';

/** The outbound messages of the org and what they have to tell. */
export interface OutboundQueue {
  /** Sets a message up, in place of one of its name. Throws for an unknown object or field. */
  define(message: OutboundMessage): void;
  /** Every notification so far. */
  readonly notifications: readonly Notification[];
  /** Sends again what is due by the clock, and waits for the answers. */
  sendDue(): Promise<void>;
}

interface Entry extends Notification {
  attempts: number;
  due: number;
  status: Notification['status'];
}

interface Defined {
  readonly message: OutboundMessage;
  readonly sender: Sender;
}

const MOST_NOTIFICATIONS = 100;
const TIMEOUT = 60_000;
const FIRST_GAP = 30_000;
const LARGEST_GAP = 2 * 60 * 60 * 1000;
const GIVE_UP_AFTER = 24 * 60 * 60 * 1000;

/**
 * Queues a notification for each saved record that meets a message's entry test, sends it after the commit, and again, in
 * growing gaps of up to two hours on the org's clock, until it is acknowledged or a day has passed.
 */
export function createOutboundQueue(
  org: Org,
  callOut: CallOut,
  background: Background,
  url: () => string,
): OutboundQueue {
  const defined = new Map<string, Defined>();
  const notifications: Entry[] = [];
  const underWay = new Set<Entry>();

  org.onCommit.push((changes) => {
    for (const { message } of defined.values()) {
      const met = changes.filter(
        ({ sobject, row, before, restored }) =>
          sobject.name === message.object && row !== undefined && !restored && message.entry(row, before),
      );
      for (const recordId of new Set(met.map(({ id }) => id)))
        notifications.push({
          id: org.nextId('04l'),
          message: message.name,
          recordId,
          queued: org.now(),
          attempts: 0,
          due: org.now(),
          status: 'pending',
        });
      if (met.length > 0) background.run(() => sendDue(message.name));
    }
  });

  async function sendDue(name: string): Promise<void> {
    const due = notifications.filter(
      (entry) =>
        entry.message === name &&
        entry.status === 'pending' &&
        entry.due <= org.now() &&
        !underWay.has(entry),
    );
    const known = defined.get(name);
    if (known === undefined) return;
    const batches: Promise<void>[] = [];
    for (let from = 0; from < due.length; from += MOST_NOTIFICATIONS)
      batches.push(send(known, due.slice(from, from + MOST_NOTIFICATIONS)));
    await Promise.all(batches);
  }

  async function send({ message, sender }: Defined, entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) underWay.add(entry);
    const table = org.store.table(sender.sobject.name);
    const records = entries.map(({ id, recordId }) => ({ id, row: table.get(recordId) }));
    const body = envelope(org, url(), sender, records);
    const isAcknowledged = await post(callOut, message.endpointUrl, body);
    for (const entry of entries) {
      underWay.delete(entry);
      settle(entry, isAcknowledged);
    }
  }

  function settle(entry: Entry, isAcknowledged: boolean): void {
    const gap = Math.min(LARGEST_GAP, FIRST_GAP * 2 ** entry.attempts);
    entry.attempts += 1;
    entry.due = org.now() + gap;
    if (isAcknowledged) entry.status = 'delivered';
    else if (entry.due - entry.queued > GIVE_UP_AFTER) entry.status = 'given up';
  }

  return {
    define: (message) => {
      defined.set(message.name, { message, sender: senderOf(org, message) });
    },
    notifications,
    sendDue: async () => {
      for (const name of defined.keys()) background.run(() => sendDue(name));
      await background.settled();
    },
  };
}

function senderOf(org: Org, { object, fields }: OutboundMessage): Sender {
  const sobject = findSobject(org, object);
  if (sobject === undefined) throw new Error(`This org has no object ${object}.`);
  const sent = ['Id', ...fields.filter((name) => name !== 'Id')].map((name) => {
    const field = findField(org, sobject, name);
    if (field === undefined) throw new Error(`${object} has no field ${name}.`);
    return field;
  });
  return { actionId: org.nextId('04k'), sobject, fields: sent };
}

/** Whether the receiver answered with `<Ack>true</Ack>`; anything else counts as no. */
async function post(callOut: CallOut, url: string, body: string): Promise<boolean> {
  const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' };
  try {
    const answer = await callOut({ url, headers, body, timeout: TIMEOUT });
    return answer.status === 200 && /<(?:\w+:)?Ack>\s*true\s*<\/(?:\w+:)?Ack>/.test(answer.body);
  } catch {
    return false;
  }
}
