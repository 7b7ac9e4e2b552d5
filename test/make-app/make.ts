import { join } from 'node:path';
import type { RoomResult } from '../../shared/operation/perform-open-deal-room.ts';
import { DEAL, INPUTS } from '../crash/deal.ts';
import { loadMakeApp } from '../sandbox/make/load-make-app.ts';
import { runModule } from '../sandbox/make/run-module.ts';
import type { AppRun } from '../sandbox/make/runtime/open-session.ts';
import type { World } from '../sandbox/world.ts';

export { DEAL, INPUTS };

/** The generated app's folder. */
export const FOLDER = join(import.meta.dirname, '..', '..', 'make-app', 'app');

/** The generated app. */
export const app = loadMakeApp(FOLDER);

/** Where the sample org's API is, as a connection stores it. */
export const INSTANCE = 'https://acme.my.salesforce.com';

let runs = 0;

/** The app in a scenario of an account whose connection reaches both stand-ins. */
export function runOn(world: World): AppRun {
  const organization = world.salesforce.records('Organization')[0];
  return {
    app,
    world: {
      fetch,
      hosts: { [INSTANCE]: world.salesforce.url, 'https://slack.com': world.slack.url },
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
      instanceUrl: INSTANCE,
      organizationId: organization?.Id,
      teamId: world.slack.teamId,
      botUserId: world.slack.botUserId,
      slackBotToken: world.slack.token,
    },
  };
}

/** Runs the delivery module once, as a scenario does. */
export async function deliverOnMake(
  world: World,
  more: Readonly<Record<string, unknown>> = {},
): Promise<RoomResult> {
  const [bundle] = await runModule(runOn(world), 'openDealRoom', { ...INPUTS, ...more });
  return bundle as unknown as RoomResult;
}
