import type { Connection } from '../delivery/connection.ts';
import { type RoomPlan, roomDelivery } from '../delivery/room-delivery.ts';
import { type Context, prepareDelivery } from '../delivery/run.ts';
import { recordUrl } from '../delivery/step/decorate.ts';
import { concat, note } from '../language/index.ts';
import { dealRoom, dealRoomPlan } from '../signal/deal-room/deal-room.ts';
import { checkInputs } from './check-input.ts';
import { openDealRoom } from './open-deal-room.ts';
import { entriesOf, entryItem } from './opportunity-entry.ts';

/** What a run has besides its connection and inputs. */
export interface RunOptions extends Pick<Context, 'now' | 'sleep' | 'deadline'> {
  /** Random text that tells this run from every other. */
  readonly holder: string;
  /** A run from the editor: it says TEST, invites nobody and announces nothing. */
  readonly test: boolean;
}

/** What the delivery of a deal room returns. */
export interface RoomResult {
  readonly outcome: 'delivered' | 'already_delivered' | 'left';
  readonly already_delivered: boolean;
  /** Missing when none was given and the record is in no chosen stage. */
  readonly event_key?: string;
  readonly record_id: string;
  readonly channel_id?: string;
  readonly message_ts?: string;
  readonly members?: readonly string[];
  readonly not_added?: readonly string[];
  readonly warnings: readonly string[];
}

/** The delivery of a deal room, as data. */
export const dealRoomDelivery = roomDelivery({
  ...dealRoomPlan(
    {
      recordUrl,
      mark: note('text', 'mark'),
      members: note('list', 'members'),
      missing: note('list', 'missing'),
    },
    concat('https://app.slack.com/client/', note('text', 'teamId'), '/', note('text', 'room')),
  ),
  entry: { query: entriesOf, key: entryItem.event_key },
} satisfies RoomPlan);

const deliver = prepareDelivery(dealRoomDelivery);

/**
 * Opens the room of a deal, or goes on where an earlier run stopped. Throws the errors of `shared/error.ts`;
 * a delivery that failed is given back, so that the platform may simply run it again.
 */
export async function performOpenDealRoom(
  connection: Connection,
  values: Readonly<Record<string, unknown>>,
  { now, sleep, deadline, holder, test }: RunOptions,
): Promise<RoomResult> {
  const checked = checkInputs(openDealRoom.inputs, values);
  const { salesforce, slack, instanceUrl, organizationId, teamId } = connection;
  return (await deliver(
    { salesforce, slack, now, sleep, deadline },
    {
      ...checked,
      ...(test ? { event_key: `test-${holder}` } : {}),
      record_ids: [checked.record_id],
    },
    {
      organizationId,
      teamId,
      instanceUrl,
      holder,
      recordId: String(checked.record_id),
      object: dealRoom.object,
      test,
      roomPrefix: test ? 'test-room-' : 'room-',
      testPrefix: test ? 'test-' : '',
      mark: test ? 'TEST ' : '',
    },
  )) as unknown as RoomResult;
}
