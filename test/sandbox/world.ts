import type { Connection } from '../../shared/delivery/connection.ts';
import type { Context } from '../../shared/delivery/run.ts';
import { connectSalesforce } from '../../shared/salesforce/client.ts';
import { connectSlack } from '../../shared/slack/client.ts';
import { type FakeClock, fakeClock } from './clock.ts';
import { type SalesforceOptions, type SalesforceStandIn, startSalesforce } from './salesforce/salesforce.ts';
import type { SlackSeed } from './slack/seed.ts';
import { type SlackStandIn, startSlack } from './slack/slack.ts';

/** A Salesforce org and a Slack workspace on one fake clock. */
export interface World {
  readonly clock: FakeClock;
  readonly salesforce: SalesforceStandIn;
  readonly slack: SlackStandIn;
  /** Lets something else that was opened for this world be closed with it. */
  atEnd(close: () => Promise<void>): void;
  close(): Promise<void>;
}

/** What a world begins with: the org's options, and the workspace. */
export interface WorldOptions extends Omit<SalesforceOptions, 'clock'> {
  readonly slackSeed?: SlackSeed;
}

export async function startWorld({ slackSeed, ...options }: WorldOptions = {}): Promise<World> {
  const clock = fakeClock();
  const [salesforce, slack] = await Promise.all([
    startSalesforce({ ...options, clock }),
    startSlack({ clock, ...(slackSeed && { seed: slackSeed }) }),
  ]);
  const others: (() => Promise<void>)[] = [];
  return {
    clock,
    salesforce,
    slack,
    atEnd: (close) => void others.push(close),
    close: async () => {
      await Promise.all([salesforce.close(), slack.close(), ...others.map((close) => close())]);
    },
  };
}

/** Milliseconds a run has in the sandbox, as Zapier gives a step. */
const RUN_TIME = 25_000;

/** A connection to both stand-ins through the real clients. */
export function connectTo(world: World, slackToken = world.slack.token): Connection {
  const organization = world.salesforce.records('Organization')[0];
  return {
    salesforce: connectSalesforce({
      instanceUrl: world.salesforce.url,
      accessToken: world.salesforce.issueToken().accessToken,
    }),
    slack: connectSlack({ token: slackToken, apiUrl: `${world.slack.url}/api/` }),
    instanceUrl: world.salesforce.url,
    organizationId: String(organization?.Id),
    teamId: world.slack.teamId,
  };
}

/** A run's surroundings on the world's clock: waiting moves the clock and takes no time. */
export function runIn({ clock }: World): Pick<Context, 'now' | 'sleep' | 'deadline'> {
  return {
    now: clock.now,
    sleep: async (milliseconds) => clock.advance(milliseconds),
    deadline: clock.now() + RUN_TIME,
  };
}
