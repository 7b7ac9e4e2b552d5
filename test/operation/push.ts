import { join } from 'node:path';
import { triggers } from '../../shared/operation/operations.ts';
import { pushSecret } from '../../shared/receive/push.ts';
import type { PushObject } from '../../shared/receive/subscription.ts';
import zapierApp from '../../zapier-app/index.ts';
import { attachWebhook, detachWebhook } from '../sandbox/make/attach-webhook.ts';
import { loadMakeApp } from '../sandbox/make/load-make-app.ts';
import { receiveWebhook } from '../sandbox/make/receive-webhook.ts';
import { runInstantTrigger } from '../sandbox/make/run-module.ts';
import type { AppRun } from '../sandbox/make/runtime/open-session.ts';
import { readIncoming } from '../sandbox/make/webhook/incoming.ts';
import { accountVariables, makeWorldOf } from '../sandbox/make-account.ts';
import { serve } from '../sandbox/serve.ts';
import type { World } from '../sandbox/world.ts';
import { settingsFor, storedValuesOf } from '../sandbox/zapier/account.ts';
import { cleanedRequest } from '../sandbox/zapier/cleaned-request.ts';
import { startHookServer } from '../sandbox/zapier/hook-server.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';
import type { platforms } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

/** An instant trigger that is switched on. */
export interface LivePush {
  /** Where Salesforce calls. */
  readonly url: string;
  /** What the calls of Salesforce hold. */
  readonly secret: string;
  /** What came in since the last look, once every call of Salesforce was answered; oldest first. */
  received(): Promise<readonly Values[]>;
  /** Sends a body there, as anybody could; answers the status. */
  send(body: unknown): Promise<number>;
  /** Switches it off. */
  end(): Promise<void>;
}

/** Switches an instant trigger of the pack on, on a platform. */
export function subscribeOn(
  platform: (typeof platforms)[number],
  world: World,
  trigger: string,
  inputs: Values = {},
): Promise<LivePush> {
  return { zapier: subscribeOnZapier, make: subscribeOnMake }[platform](world, trigger, inputs);
}

/** Closes a server before an error goes on. */
const closing = (server: { close(): Promise<void> }) => async (error: unknown) => {
  await server.close();
  throw error;
};

/** The object that a trigger is about. */
function objectOf(key: string): PushObject {
  const trigger = triggers.find(({ operation }) => key.startsWith(operation.key));
  if (trigger?.push === undefined) throw new Error(`No trigger "${key}" is pushed.`);
  return trigger.push.object;
}

const post = (url: string, body: unknown) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function subscribeOnZapier(world: World, trigger: string, inputData: Values): Promise<LivePush> {
  const hooks = await startHookServer(world.clock);
  const hook = hooks.open();
  Object.assign(world.salesforce.hosts, hooks.hosts);
  const local = hook.url.replace('https://hooks.zapier.com', hooks.hosts['https://hooks.zapier.com'] ?? '');
  const runtime = await sourceRuntime(zapierApp, settingsFor(world));
  const execute = (name: string, more: Values) =>
    runtime.execute(`triggers.${trigger}.operation.${name}`, {
      inputData,
      meta: {},
      authData: storedValuesOf(world),
      ...more,
    });
  const subscribeData = await execute('performSubscribe', { targetUrl: hook.url }).catch(closing(hooks));
  const { CLIENT_SECRET = '' } = settingsFor(world);
  const { organization_id = '' } = storedValuesOf(world);
  return {
    url: hook.url,
    secret: pushSecret(CLIENT_SECRET, organization_id, objectOf(trigger)),
    received: async () => {
      await world.salesforce.settled();
      const found: Values[] = [];
      for (const rawRequest of hook.take()) {
        const more = { rawRequest, cleanedRequest: cleanedRequest(rawRequest) };
        found.push(...((await execute('perform', more)) as readonly Values[]).toReversed());
      }
      return found;
    },
    send: async (body) => (await post(local, body)).status,
    end: async () => {
      await execute('performUnsubscribe', { subscribeData });
      await hooks.close();
    },
  };
}

const MAKE_HOOKS = 'https://hook.eu2.make.com';
const app = loadMakeApp(join(import.meta.dirname, '..', '..', 'make-app', 'app'));

async function subscribeOnMake(world: World, trigger: string, inputs: Values): Promise<LivePush> {
  const id = trigger.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const run = (): AppRun => ({ app, world: makeWorldOf(world), connection: accountVariables(world) });
  const parameters = { secret: 'a long text that nobody can guess', ...inputs };
  const waiting: unknown[] = [];
  const server = await serve('hook.eu2.make.com', async (request) => {
    const { reply, items } = receiveWebhook(run(), id, parameters, await readIncoming(request));
    waiting.push(...items);
    return new Response(reply?.body ?? '', { status: reply?.status ?? 200 });
  });
  Object.assign(world.salesforce.hosts, { [MAKE_HOOKS]: server.url });
  const hook = await attachWebhook(run(), id, {
    id: '1',
    url: `${MAKE_HOOKS}/abcdefghijkl`,
    parameters,
    data: {},
  }).catch(closing(server));
  return {
    url: hook.url,
    secret: String(parameters.secret),
    received: async () => {
      await world.salesforce.settled();
      const found: Values[] = [];
      for (const item of waiting.splice(0)) found.push(...(await runInstantTrigger(run(), id, {}, item)));
      return found;
    },
    send: async (body) => (await post(`${server.url}/abcdefghijkl`, body)).status,
    end: async () => {
      await detachWebhook(run(), id, hook);
      await server.close();
    },
  };
}
