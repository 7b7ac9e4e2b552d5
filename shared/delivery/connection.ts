import type { Salesforce } from '../salesforce/client.ts';
import type { Slack } from '../slack/client.ts';

/** Both sides of a platform's connection. */
export interface Connection {
  readonly salesforce: Salesforce;
  readonly slack: Slack;
  /** Where records open in a browser, without a slash at the end. */
  readonly instanceUrl: string;
  readonly organizationId: string;
  readonly teamId: string;
}
