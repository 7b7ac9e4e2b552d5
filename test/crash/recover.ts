import type { World } from '../sandbox/world.ts';
import { DEAL } from './deal.ts';
import { passMinutes } from './under-way.ts';

/** Minutes between two runs of the platform's own retry, as Zapier's autoreplay waits at first. */
const RETRY_MINUTES = 5;
/** Runs after which a delivery that still fails is lost. */
const MOST_RUNS = 5;

/** Repeats a run as a platform does until it returns. Throws the last error when it never does. */
export async function untilDelivered<T>(world: World, run: () => Promise<T>): Promise<T> {
  for (let time = 1; ; time += 1) {
    try {
      return await run();
    } catch (error) {
      if (time === MOST_RUNS) throw error;
      await passMinutes(world, RETRY_MINUTES);
    }
  }
}

/** What people see of a deal: counts of what must be there exactly once. */
export interface Seen {
  readonly rooms: readonly string[];
  readonly briefings: number;
  readonly members: number;
  readonly pins: number;
  readonly bookmarks: number;
  readonly chatterPosts: number;
  readonly openRows: number;
}

/** Looks at everything that the deliveries of the sample deal left behind. */
export function look(world: World): Seen {
  const rooms = world.slack.channels().filter(({ creator }) => creator === world.slack.botUserId);
  const [room] = rooms;
  return {
    rooms: rooms.map(({ name }) => name),
    briefings: room === undefined ? 0 : world.slack.messages(room.id).length,
    members: room?.members.length ?? 0,
    pins: room?.pins.length ?? 0,
    bookmarks: room?.bookmarks.length ?? 0,
    chatterPosts: world.salesforce
      .records('FeedItem')
      .filter(({ ParentId, Body }) => ParentId === DEAL && String(Body).includes('deal room')).length,
    openRows: world.salesforce
      .records('Dealwire_Delivery__c')
      .filter(({ Status__c }) => Status__c !== 'done' && Status__c !== 'attempt').length,
  };
}
