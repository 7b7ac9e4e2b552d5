import { DEAL, INPUTS, type RoomResult } from '../crash/deal.ts';
import { passMinutes, watched } from '../crash/under-way.ts';
import { MakeError } from '../sandbox/make/error.ts';
import { generatedApp as app, GENERATED_APP as FOLDER } from '../sandbox/make/generated-app.ts';
import { runModule } from '../sandbox/make/run-module.ts';
import type { AppRun } from '../sandbox/make/runtime/open-session.ts';
import type { World } from '../sandbox/world.ts';

export { app, DEAL, FOLDER, INPUTS };

let runs = 0;

/** The app in a scenario of an account whose connection reaches both stand-ins. */
export function runOn(world: World): AppRun {
  const organization = world.salesforce.records('Organization')[0];
  return {
    app,
    world: {
      fetch,
      hosts: { [world.salesforce.url]: world.salesforce.url, 'https://slack.com': world.slack.url },
      clock: world.clock,
      sleep: async (milliseconds) => {
        world.clock.advance(milliseconds);
      },
      timezone: 'Europe/Berlin',
      uuid: () => {
        runs += 1;
        return `make-run-${runs}`;
      },
    },
    connection: {
      accessToken: world.salesforce.issueToken().accessToken,
      instanceUrl: world.salesforce.url,
      organizationId: organization?.Id,
      teamId: world.slack.teamId,
      botUserId: world.slack.botUserId,
      slackBotToken: world.slack.token,
    },
  };
}

/** Runs the delivery module once, as a scenario does; `send` reaches the stand-ins. */
export async function deliverOnMake(
  world: World,
  more: Readonly<Record<string, unknown>> = {},
  connection: Readonly<Record<string, unknown>> = {},
  send: typeof fetch = fetch,
): Promise<RoomResult> {
  const run = runOn(world);
  const [bundle] = await watched(
    world,
    runModule(
      {
        ...run,
        world: { ...run.world, fetch: send },
        connection: { ...run.connection, ...connection },
      },
      'openDealRoom',
      { ...INPUTS, ...more },
    ),
  );
  return bundle as unknown as RoomResult;
}

/** Minutes Make waits before it goes on with a stored run. */
const RETRY_MINUTES = [1, 10, 10, 30, 30];

/**
 * Repeats a run as Make does with stored incomplete executions, of whose waits some have passed. Throws the error that
 * Make would not, or no longer, repeat.
 */
export async function untilDelivered(
  world: World,
  run: () => Promise<RoomResult>,
  passed = 0,
): Promise<RoomResult> {
  for (const minutes of [...RETRY_MINUTES.slice(passed), undefined]) {
    try {
      return await run();
    } catch (error) {
      const isRepeated =
        error instanceof MakeError && ['ConnectionError', 'RateLimitError'].includes(error.type);
      if (!isRepeated || minutes === undefined) throw error;
      await passMinutes(world, minutes);
    }
  }
  throw new Error('Make ran out of retries.');
}
