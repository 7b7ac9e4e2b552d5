import { InvalidInputError } from '../shared/error.ts';
import { standInUrl } from '../shared/loopback.ts';
import type { OauthClient } from '../shared/salesforce/oauth.ts';
import { SLACK_API_URL } from '../shared/slack/team.ts';

/**
 * The consumer key and secret an admin sets per version: `zapier-platform env:set 0.1.0 CLIENT_ID=… CLIENT_SECRET=…`.
 * Throws InvalidInputError when one is missing.
 */
export function oauthClient(): OauthClient {
  return { id: setting('CLIENT_ID'), secret: setting('CLIENT_SECRET') };
}

/** The stand-in that answers for Salesforce's login, from DEALWIRE_SALESFORCE_LOGIN_URL; loopback addresses only. */
export function salesforceStandIn(): string | undefined {
  return standInUrl('DEALWIRE_SALESFORCE_LOGIN_URL', process.env.DEALWIRE_SALESFORCE_LOGIN_URL);
}

/** Where Slack's Web API is; DEALWIRE_SLACK_API_URL replaces it with a loopback address. */
export function slackApiUrl(): string {
  return standInUrl('DEALWIRE_SLACK_API_URL', process.env.DEALWIRE_SLACK_API_URL) ?? SLACK_API_URL;
}

/**
 * Epoch milliseconds. Beside a stand-in of Salesforce's login DEALWIRE_NOW tells the time, since the stand-ins have a
 * clock of their own.
 */
export function now(): number {
  const told = Number(process.env.DEALWIRE_NOW);
  return salesforceStandIn() !== undefined && told > 0 ? told : Date.now();
}

/** Milliseconds without an event after which a stream has no more; beside a stand-in, which is near, a tenth. */
export function quietOfStream(): number {
  return salesforceStandIn() === undefined ? 2000 : 200;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  throw new InvalidInputError(
    name,
    'the integration does not have it',
    `Run zapier-platform env:set with the value from the External Client App (OAuth Settings).`,
  );
}
