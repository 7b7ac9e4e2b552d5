import type { FakeClock } from '../../sandbox/clock.ts';
import { connectBasic, connectionVariables } from '../../sandbox/make/connect.ts';
import { loadMakeApp } from '../../sandbox/make/load-make-app.ts';
import { openScenario } from '../../sandbox/make/open-scenario.ts';
import { runModule } from '../../sandbox/make/run-module.ts';
import { runUntil } from '../../sandbox/make/run-until.ts';

/** What the example of the README takes as given. */
interface Given {
  readonly slack: { readonly url: string };
  readonly clock: FakeClock;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly botToken: string;
  readonly recordId: string;
  readonly blueprint: unknown;
  readonly end: number;
}

export async function example({ slack, clock, sleep, botToken, recordId, blueprint, end }: Given) {
  const app = loadMakeApp('make-app/app'); // throws one error that lists every problem with file and place
  const world = { fetch, clock, sleep, timezone: 'UTC', hosts: { 'https://slack.com': slack.url } };
  const account = await connectBasic({ app, world }, 'slack', { botToken });
  await runModule({ app, world, connection: connectionVariables(account) }, 'openDealRoom', { recordId });

  const apps = { 'dealwire-ab12cd': { app, version: 1, accounts: [account] } };
  const scenario = openScenario({ blueprint, world, apps, start: 'all' });
  const report = await scenario.run(); // status, operations, errors, what each module emitted
  await runUntil(scenario, { type: 'indefinitely', interval: 900 }, clock, 'UTC', end); // schedule and Make's retries
  return report;
}
