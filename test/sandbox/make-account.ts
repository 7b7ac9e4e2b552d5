import type { MakeAccount } from './make/connection/account.ts';
import type { MakeWorld } from './make/runtime/world.ts';
import type { World } from './world.ts';

/** Where the sample org's API is, as a connection stores it. */
export const INSTANCE = 'https://acme.my.salesforce.com';

let ids = 0;

/** Make's servers beside a world: real addresses lead to its stand-ins, waiting moves its clock. */
export function makeWorldOf({ salesforce, slack, clock }: World): MakeWorld {
  return {
    fetch,
    hosts: {
      [INSTANCE]: salesforce.url,
      'https://login.salesforce.com': salesforce.url,
      ...slack.hosts,
    },
    clock,
    sleep: async (milliseconds) => {
      clock.advance(milliseconds);
    },
    timezone: 'Europe/Berlin',
    uuid: () => {
      ids += 1;
      return `make-run-${ids}`;
    },
  };
}

/** The connection of the generated app once somebody has connected both sides. */
export function accountOn({ salesforce, slack, clock }: World): MakeAccount {
  const { accessToken, refreshToken } = salesforce.issueToken();
  return {
    connection: 'dealwire',
    parameters: { loginHost: 'login.salesforce.com', slackBotToken: slack.token },
    data: {
      accessToken,
      refreshToken,
      instanceUrl: INSTANCE,
      organizationId: salesforce.records('Organization')[0]?.Id,
      teamId: slack.teamId,
      botUserId: slack.botUserId,
      expires: new Date(clock.now() + 60 * 60_000),
    },
  };
}

/** Secrets that no file of the app holds. */
export function secretsOf({ salesforce }: World): Readonly<Record<string, string>> {
  return { clientId: salesforce.client.clientId, clientSecret: salesforce.client.clientSecret };
}

/** What expressions of the generated app see of that connection. */
export function accountVariables(world: World): Readonly<Record<string, unknown>> {
  const { parameters, data } = accountOn(world);
  return { ...parameters, ...data };
}
