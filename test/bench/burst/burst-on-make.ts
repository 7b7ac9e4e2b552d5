import { join } from 'node:path';
import { attachWebhook } from '../../sandbox/make/attach-webhook.ts';
import { generatedApp } from '../../sandbox/make/generated-app.ts';
import { hookFetch } from '../../sandbox/make/hook-fetch.ts';
import { loadBlueprint } from '../../sandbox/make/load-blueprint.ts';
import { openScenario } from '../../sandbox/make/open-scenario.ts';
import { accountOn, accountVariables, makeWorldOf, secretsOf } from '../../sandbox/make-account.ts';
import { serve } from '../../sandbox/serve.ts';
import { CHANNELS } from '../../sandbox/slack/sample-workspace.ts';
import type { World } from '../../sandbox/world.ts';
import type { TakeBurst } from './burst.ts';
import type { Latency } from './latency.ts';

const FILE = join(import.meta.dirname, '../../../blueprints/case-escalation/scenario-push.json');
const APP = 'dealwire-placeholder';
const HOOKS = 'https://hook.eu2.make.com';
const INSTANT = 'caseEscalatedInstantly';
const hookParameters = {
  secret: 'a long text that nobody can guess',
  escalated: true,
  delivery_name: 'case-escalation',
};

/** The blueprint's scenario that Salesforce calls, processed sequentially: one run at a time. */
export async function burstOnMake(
  world: World,
  latency: Latency,
): Promise<{ readonly take: TakeBurst; close(): Promise<void> }> {
  const { salesforce, clock } = world;
  const makeWorld = makeWorldOf(world);
  const slow: typeof fetch = (input, init) => {
    clock.advance(String(input).startsWith(salesforce.url) ? latency.salesforce : latency.slack);
    return fetch(input, init);
  };
  const app = generatedApp;
  const scenario = openScenario({
    blueprint: sequential(loadBlueprint(FILE)),
    world: { ...makeWorld, fetch: slow },
    apps: { [APP]: { app, version: 1, accounts: [accountOn(world)], common: secretsOf(world) } },
    hookParameters,
  });
  const call = hookFetch(scenario);
  const server = await serve('hook.eu2.make.com', async (request) =>
    call(request.url, { method: 'POST', headers: request.headers, body: await request.text() }),
  );
  Object.assign(salesforce.hosts, { [HOOKS]: server.url });
  await attachWebhook({ app, world: makeWorld, connection: accountVariables(world) }, INSTANT, {
    id: '1',
    url: `${HOOKS}/abcdefghijkl`,
    parameters: hookParameters,
    data: {},
  });
  return {
    take: async () => {
      while (scenario.queued > 0 || scenario.incomplete.length > 0) {
        await scenario.run();
        const due = scenario.incomplete.map(({ due }) => due);
        if (due.some((time) => time === undefined) || !scenario.active)
          throw new Error(`The scenario waits for a person: ${JSON.stringify(scenario.reports.at(-1))}`);
        if (due.length === 0) continue;
        clock.set(Math.max(clock.now(), Math.min(...due.map(Number))));
        await scenario.resumeDue();
      }
    },
    close: server.close,
  };
}

interface Blueprint {
  readonly flow: readonly { readonly module: string; readonly mapper: object }[];
  readonly metadata: { readonly scenario: object };
}

function sequential(blueprint: unknown): unknown {
  const { flow, metadata, ...rest } = blueprint as Blueprint;
  const filled = flow.map((module) =>
    module.module.endsWith(':sendCaseAlert')
      ? { ...module, mapper: { ...module.mapper, channel: CHANNELS.escalations } }
      : module,
  );
  const scenario = { ...metadata.scenario, sequential: true };
  return { ...rest, flow: filled, metadata: { ...metadata, scenario } };
}
