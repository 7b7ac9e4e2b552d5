import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import zapierApp from '../../zapier-app/index.ts';
import { generatedApp } from '../sandbox/make/generated-app.ts';
import { runModule } from '../sandbox/make/run-module.ts';
import { parametersOf } from '../sandbox/make/scenario/run-app-module.ts';
import { accountOn, makeWorldOf, secretsOf } from '../sandbox/make-account.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { settingsFor, storedValuesOf } from '../sandbox/zapier/account.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';
import type { Scene } from '../scene/scene.ts';
import { scenes } from '../scene/scenes.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

type Values = Readonly<Record<string, unknown>>;

/** Everything that Make would log of a run, as the app asks, and what it says in the end. */
async function logOnMake({ action, inputs }: Scene, secrets: string[]): Promise<readonly unknown[]> {
  const log: unknown[] = [];
  const account = accountOn(world);
  const module = action.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  secrets.push(
    ...textsIn(account.parameters, 'slackBotToken'),
    ...textsIn(account.data, 'accessToken', 'refreshToken'),
  );
  secrets.push(...Object.values(secretsOf(world)).slice(1));
  const run = {
    app: generatedApp,
    world: { ...makeWorldOf(world), record: (exchange: unknown) => void log.push(exchange) },
    connection: { ...account.parameters, ...account.data },
  };
  const found = generatedApp.modules.get(module);
  if (found === undefined) throw new Error(`The app has no module ${module}.`);
  const end = await runModule(run, module, parametersOf(found, inputs)).catch(
    (error: Error) => error.message,
  );
  return [...log, end];
}

/** Everything that Zapier logs of a run of the integration, its own lines and those of the console, and what it says in the end. */
async function logOnZapier({ action, inputs }: Scene, secrets: string[]): Promise<readonly unknown[]> {
  const settings = settingsFor(world);
  const authData = storedValuesOf(world);
  secrets.push(...textsIn(authData, 'access_token', 'refresh_token', 'slack_bot_token'));
  secrets.push(...textsIn(settings, 'CLIENT_SECRET'));
  const runtime = await sourceRuntime(zapierApp, settings);
  const said: unknown[] = [];
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const before = methods.map((method) => console[method]);
  for (const method of methods) console[method] = (...words: unknown[]) => void said.push(words);
  try {
    const bundle = { inputData: inputs, meta: {}, authData };
    const end = await runtime
      .execute(`creates.${action}.operation.perform`, bundle)
      .catch((error: Error) => error.message);
    return [...runtime.log, ...said, end];
  } finally {
    methods.forEach((method, at) => {
      console[method] = before[at] as typeof console.log;
    });
  }
}

function textsIn(values: Values, ...keys: readonly string[]): readonly string[] {
  return keys.map((key) => String(values[key]));
}

const platforms = [
  ['zapier', logOnZapier],
  ['make', logOnMake],
] as const;

describe.each(platforms)('What %s logs of a delivery holds no token and no secret', (platform, logOf) => {
  it.each(scenes)('for the $name, whether it ends well or Slack refuses the token', async (scene) => {
    await scene.happens(world);
    const secrets: string[] = [];
    const logs = [await logOf(scene, secrets)];
    world.slack.intercept(() => Response.json({ ok: false, error: 'invalid_auth' }));
    logs.push(await logOf({ ...scene, inputs: { ...scene.inputs, event_key: 'again' } }, secrets));
    const text = JSON.stringify(logs);
    if (platform === 'make') expect(text).toContain('chat.');
    expect(secrets.length).toBeGreaterThan(6);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(8);
      expect(text).not.toContain(secret);
    }
  });
});
