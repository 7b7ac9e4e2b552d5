import { DealwireError } from '../../../shared/error.ts';
import { INPUTS, performOpenDealRoom, type RoomResult } from '../../crash/deal.ts';
import { PEOPLE } from '../../sandbox/slack/sample-workspace.ts';
import { connectTo, runIn, type World } from '../../sandbox/world.ts';

/** How an attempt differs from the usual one. */
export interface AttemptOptions {
  /** Milliseconds the run has. */
  readonly time?: number;
  readonly test?: boolean;
  readonly slackToken?: string;
}

let attempts = 0;

/** Opens the sample deal's room as one run of a platform would. */
export function attempt(
  world: World,
  more: Readonly<Record<string, unknown>> = {},
  { time = Number.POSITIVE_INFINITY, test = false, slackToken }: AttemptOptions = {},
): Promise<RoomResult> {
  attempts += 1;
  return performOpenDealRoom(
    connectTo(world, slackToken),
    { ...INPUTS, ...more },
    { ...runIn(world), deadline: world.clock.now() + time, holder: `attempt-${attempts}`, test },
  ) as Promise<RoomResult>;
}

/** The error an attempt ends with. */
export async function failure(run: Promise<unknown>): Promise<DealwireError & Record<string, unknown>> {
  const error = await run.then(
    (result) => {
      throw new Error(`It ended well: ${JSON.stringify(result)}`);
    },
    (reason: unknown) => reason,
  );
  if (error instanceof DealwireError) return error as DealwireError & Record<string, unknown>;
  throw error;
}

/** Message and remedy in one text, as the platforms show them. */
export async function complaint(run: Promise<unknown>): Promise<string> {
  const { message, fix } = await failure(run);
  return `${message} ${fix}`;
}

/** The bot's first room. Throws when there is none. */
export function roomOf(world: World) {
  const room = world.slack.channels().find(({ creator }) => creator === world.slack.botUserId);
  if (room === undefined) throw new Error('There is no room.');
  return room;
}

/** The texts of the first message in the bot's first room, one per line. */
export function briefingOf(world: World): string {
  const [message] = world.slack.messages(roomOf(world).id);
  return JSON.stringify(message?.blocks).replaceAll('\\n', '\n');
}

/** The Slack ids of the people whom the sample deal's fields name. */
export const DEAL_TEAM = [PEOPLE.kim.id, PEOPLE.sam.id, PEOPLE.ana.id];
