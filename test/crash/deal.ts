import type { Connection } from '../../shared/delivery/connection.ts';
import { openDealRoom } from '../../shared/operation/action/open-deal-room.ts';
import { type ActionResult, prepareAction } from '../../shared/operation/perform-action.ts';
import { connectTo, startWorld, type World } from '../sandbox/world.ts';
import { asNewProcess } from './under-way.ts';

/** Opens the room of a deal. */
export const performOpenDealRoom = prepareAction(openDealRoom);

/** What the delivery of a deal room returns. */
export interface RoomResult extends ActionResult {
  readonly outcome: 'delivered' | 'already_delivered' | 'left';
  readonly event_key?: string;
  readonly record_id: string;
  readonly channel_id?: string;
  readonly message_ts?: string;
  readonly members?: readonly string[];
  readonly not_added?: readonly string[];
  readonly warnings: readonly string[];
}

/** The sample org's deal that is about to be won. */
export const DEAL = '006Hs00000BkXyzIAF';

/** What the room of that deal is called when nobody has taken the name. */
export const ROOM = 'deal-acme-corp-q3-enterprise';

/** Inputs as the blueprint gives them, with every optional effect switched on. */
export const INPUTS = {
  record_id: DEAL,
  event_key: `deal-room-${DEAL}-20250902163000`,
  stages: ['Closed Won'],
  se_field: 'SE__c',
  csm_field: 'CSM__c',
  arr_field: 'ARR__c',
  segment_field: 'Segment__c',
  team_roles: ['Nobody has this role'],
  write_back: true,
} as const;

/** A world in which the deal has just been won. */
export async function wonDeal(): Promise<World> {
  const world = await startWorld();
  world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' });
  world.salesforce.forget();
  world.slack.forget();
  return world;
}

/** Runs the delivery as a new process would. */
export function deliver(
  world: World,
  more: Readonly<Record<string, unknown>> = {},
  connection: Connection = connectTo(world),
): Promise<RoomResult> {
  return asNewProcess(world, performOpenDealRoom, { ...INPUTS, ...more }, connection) as Promise<RoomResult>;
}
