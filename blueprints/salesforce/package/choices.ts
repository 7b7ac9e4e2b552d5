import { guarded } from './security.ts';

/** What an admin decides before the package is deployed. */
export interface Choices {
  /** The standard objects that Dealwire may look at. */
  readonly objects: readonly string[];
  /** Further fields that Core lets it read, such as `Opportunity.ARR__c`. */
  readonly fields: readonly string[];
  /** The addresses of Make's webhooks for outbound messages, by object; an object without one has no flow. */
  readonly flowUrls: Readonly<Record<string, string>>;
  /** The stages that the flow of opportunities waits for. */
  readonly stages: readonly string[];
  /** The priorities that count as an escalation for the flow of cases. */
  readonly priorities: readonly string[];
  /** The user name of the integration user, in whose name outbound messages are sent. */
  readonly user: string;
  /** Where a sign-in returns to. */
  readonly callbackUrls: readonly string[];
  /** Whom Salesforce writes to about the client app. */
  readonly contactEmail: string;
}

const WEBHOOK = 'https://hook.eu1.make.com/replace-with-your-webhook';

/** The choices of the committed files: every object, and placeholders for what only an account knows. */
export const defaultChoices: Choices = {
  objects: guarded,
  fields: [],
  flowUrls: { Opportunity: WEBHOOK, Case: WEBHOOK, Lead: WEBHOOK },
  stages: ['Closed Won'],
  priorities: [],
  user: 'integration.user@example.com',
  callbackUrls: ['https://www.make.com/oauth/cb/app'],
  contactEmail: 'admin@example.com',
};
