import { INSTANCE } from './make-account.ts';
import type { World } from './world.ts';

/** What a run cost; `salesforceCalls` are the delivery's, `pollCalls` what noticing cost. */
export interface Cost {
  readonly tasks: number;
  readonly operations: number;
  readonly salesforceCalls: number;
  readonly slackCalls: number;
  readonly pollCalls: number;
}

/** One signal run once on one platform, and what Slack holds afterwards. */
export interface SignalRun {
  readonly signal: string;
  readonly platform: 'zapier' | 'make';
  /** The blueprint file that was executed. */
  readonly blueprint: string;
  readonly outcome: 'delivered' | 'already_delivered' | 'skipped' | 'failed';
  /** Why nothing was delivered; empty when something was. */
  readonly reason: string;
  readonly cost: Cost;
  readonly slack: {
    readonly channels: readonly {
      id: string;
      name: string;
      isPrivate: boolean;
      members: readonly string[];
    }[];
    readonly messages: readonly { channel: string; ts: string; text: string; blocks: unknown }[];
  };
  /** What the run wrote to records, where people see it; left out when it wrote nothing. */
  readonly salesforce?: readonly string[];
}

/** Objects whose records people see in Salesforce when a delivery leaves one. */
const WRITTEN = ['FeedItem', 'FeedComment', 'Task'] as const;

/** What a run wrote to records of the sample org, whose own rows have other ids. */
export function seenInSalesforce({ salesforce }: World): Pick<SignalRun, 'salesforce'> {
  const written = WRITTEN.flatMap((object) =>
    salesforce
      .records(object)
      .filter(({ Id }) => String(Id).startsWith('Dw', 3))
      .map(({ Subject, Description, Body, CommentBody }) =>
        [`${object}:`, Subject, Description, Body, CommentBody].filter(Boolean).join(' '),
      ),
  );
  return written.length === 0 ? {} : { salesforce: written };
}

/** The channels the bot made, and every message it posted; records open at the sample org's own address. */
export function seenInSlack({ slack, salesforce }: World): SignalRun['slack'] {
  const atInstance = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll(salesforce.url, INSTANCE)) as T;
  return {
    channels: slack
      .channels()
      .filter(({ creator }) => creator === slack.botUserId)
      .map(({ id, name, isPrivate, members }) => ({ id, name, isPrivate, members })),
    messages: slack
      .messages()
      .filter(({ user }) => user === slack.botUserId)
      .map(({ channel, ts, text, blocks }) => atInstance({ channel, ts, text, blocks })),
  };
}

/** A run in a few lines, for people. */
export function describeRun({
  signal,
  platform,
  outcome,
  reason,
  cost,
  slack,
  salesforce = [],
}: SignalRun): string {
  const rooms = slack.channels.map(
    ({ name, isPrivate, members }) =>
      `  #${name} (${isPrivate ? 'private' : 'public'}, ${members.length} members)`,
  );
  const messages = slack.messages.map(({ text }) => `  ${text}`);
  const written = salesforce.map((text) => `  ${text.replaceAll('\n', ' ')}`);
  const units = platform === 'zapier' ? `${cost.tasks} task(s)` : `${cost.operations} operation(s)`;
  return [
    `${signal} on ${platform}: ${outcome}${reason === '' ? '' : ` (${reason})`}`,
    ...rooms,
    ...messages,
    ...written,
    `  cost: ${units}, ${cost.salesforceCalls} Salesforce calls, ${cost.slackCalls} Slack calls; noticing: ${cost.pollCalls} Salesforce call(s)`,
  ].join('\n');
}
