import { connectSalesforce } from '../../shared/salesforce/client.ts';
import { connectSlack } from '../../shared/slack/client.ts';
import { INPUTS, performOpenDealRoom } from './deal.ts';

/** What the parent tells a process that delivers the sample deal once and prints the result. */
export interface Order {
  readonly salesforceUrl: string;
  readonly accessToken: string;
  readonly slackUrl: string;
  readonly slackToken: string;
  readonly organizationId: string;
  readonly teamId: string;
  /** Epoch milliseconds on the world's clock. */
  readonly now: number;
}

const order = JSON.parse(process.argv[2] ?? '') as Order;
const result = await performOpenDealRoom(
  {
    salesforce: connectSalesforce({ instanceUrl: order.salesforceUrl, accessToken: order.accessToken }),
    slack: connectSlack({ token: order.slackToken, apiUrl: `${order.slackUrl}/api/` }),
    instanceUrl: order.salesforceUrl,
    organizationId: order.organizationId,
    teamId: order.teamId,
  },
  INPUTS,
  {
    now: () => order.now,
    sleep: async () => {},
    deadline: Number.POSITIVE_INFINITY,
    holder: `process-${process.pid}`,
    test: false,
  },
);
process.stdout.write(JSON.stringify(result));
