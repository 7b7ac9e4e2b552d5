import { CHANNELS } from '../../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../../sandbox/world.ts';
import { burstOnMake } from './burst-on-make.ts';
import { burstOnZapier } from './burst-on-zapier.ts';
import { type Latency, latencies } from './latency.ts';

/** What became of a burst of escalations to one channel. */
export interface BurstResult {
  readonly name: string;
  readonly platform: Platform;
  readonly escalations: number;
  readonly latency: Latency;
  /** Seconds on the clock of the stand-ins from the first message to the last. */
  readonly seconds: number;
  /** Messages a second over the one a second that Slack takes in a channel. */
  readonly shareOfCeiling: number;
  /** Escalations without a message. */
  readonly lost: number;
  /** Messages beyond the first of an escalation. */
  readonly duplicated: number;
  /** Messages that stand before that of an earlier escalation. */
  readonly outOfOrder: number;
  /** Posts that Slack refused, for coming too fast or otherwise. */
  readonly refusedBySlack: number;
  /** Ledger rows of deliveries that are not done. */
  readonly openRows: number;
  /** The share of the ceiling to reach, if any. */
  readonly pace?: number;
}

type Platform = keyof typeof takers;

/** A platform, switched on: takes the burst once it has happened, until nothing is left. */
export type TakeBurst = () => Promise<void>;

const takers = { zapier: burstOnZapier, make: burstOnMake };

/**
 * The bursts of the benchmark. An alert on Make is four calls that wait for each other, so it keeps Slack's pace when they take a
 * second together and falls behind when they take longer; when they take less, Slack refuses one now and then, and Make
 * repeats that run no sooner than a minute later, when the claim of the run before still has nine to go.
 */
export async function measureBursts(): Promise<readonly BurstResult[]> {
  return [
    { ...(await measureBurst('make', 500, latencies.aSecond)), pace: 0.95 },
    await measureBurst('make', 500, latencies.usual),
    await measureBurst('make', 20, latencies.fast),
    { ...(await measureBurst('zapier', 500, latencies.usual)), pace: 0.45 },
  ];
}

/**
 * Lets cases be escalated in one transaction, as an escalation rule does, and a platform alert one channel of them, in virtual time:
 * Slack's rate limits are in force, and each call takes as long as `latency` says.
 */
export async function measureBurst(
  platform: Platform,
  escalations: number,
  latency: Latency,
): Promise<BurstResult> {
  const world = await startWorld();
  try {
    const cases = Array.from({ length: escalations }, (_, number) =>
      world.salesforce.insert('Case', { Subject: subjectOf(number), IsEscalated: false }),
    );
    const { take, close } = await takers[platform](world, latency);
    try {
      world.slack.rateLimit(true);
      world.clock.advance(60_000);
      world.salesforce.transaction(() => {
        for (const id of cases) world.salesforce.update('Case', id, { IsEscalated: true });
      });
      await world.salesforce.settled();
      await take();
    } finally {
      await close();
    }
    const name = `push on ${platform}, ${latency.salesforce} and ${latency.slack} ms a call`;
    return { name, platform, escalations, latency, ...countMessages(world, escalations) };
  } finally {
    await world.close();
  }
}

const subjectOf = (number: number) => `Outage ${number} of the burst`;

function countMessages({ slack, salesforce }: World, escalations: number) {
  const messages = slack.messages(CHANNELS.escalations).filter(({ user }) => user === slack.botUserId);
  const order = messages.map(({ text }) => Number(/Outage (\d+) of the burst/.exec(text)?.[1]));
  const times = messages.map(({ ts }) => Number(ts));
  const seconds = (times.at(-1) ?? 0) - (times[0] ?? 0);
  const seen = new Set(order);
  return {
    seconds,
    shareOfCeiling: (messages.length - 1) / seconds,
    lost: Array.from({ length: escalations }, (_, number) => number).filter((number) => !seen.has(number))
      .length,
    duplicated: messages.length - seen.size,
    outOfOrder: order.filter((number, position) => order.slice(position + 1).some((later) => later < number))
      .length,
    refusedBySlack:
      slack.calls.filter(({ path }) => path === '/api/chat.postMessage').length - messages.length,
    openRows: salesforce
      .records('Dealwire_Delivery__c')
      .filter(({ Status__c }) => Status__c !== 'done' && Status__c !== 'attempt').length,
  };
}
