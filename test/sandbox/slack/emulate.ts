import { readdirSync, readFileSync } from 'node:fs';
import { createEmulator, defineEmulator, type EmulatorContext } from 'emulate';
import { withoutStacks } from '../without-stacks.ts';
import type { SlackStore } from './store/store.ts';

interface SlackPlugin {
  register(
    app: EmulatorContext<object>['app'],
    store: SlackStore,
    webhooks: EmulatorContext<object>['webhooks'],
    baseUrl: string,
    tokens: Map<string, unknown>,
  ): void;
}

/** emulate's Slack, mounted on our store. */
export interface MountedSlack {
  /** Every method that emulate has a route for, such as `chat.update`. */
  readonly methods: readonly string[];
  /** Calls one method as the owner of a stored token. */
  call(method: string, token: string, input: Readonly<Record<string, unknown>>): Promise<EmulateAnswer>;
  /** Answers emulate's inspector page. */
  page(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/** The JSON that one of emulate's routes answers. */
export type EmulateAnswer = { readonly ok: boolean; readonly error?: string } & Readonly<
  Record<string, unknown>
>;

const MOVED =
  'emulate no longer keeps its Slack routes where the Slack stand-in looks for them: one file dist/dist-*.js that ' +
  'exports slackPlugin. Pin emulate 0.12.2 again, or adapt test/sandbox/slack/emulate.ts to the new version.';

/** Loads emulate's Slack routes from its hash-named file; throws when a new version has moved them. */
export async function loadSlackPlugin(): Promise<SlackPlugin> {
  const folder = new URL('.', import.meta.resolve('emulate'));
  const file = readdirSync(folder).find(
    (name) =>
      /^dist-.*\.js$/.test(name) && readFileSync(new URL(name, folder), 'utf8').includes('slackPlugin'),
  );
  if (!file) throw new Error(MOVED);
  const { slackPlugin } = (await import(new URL(file, folder).href)) as { slackPlugin?: SlackPlugin };
  if (typeof slackPlugin?.register !== 'function') throw new Error(MOVED);
  return slackPlugin;
}

/** Mounts emulate's Slack routes on a store; `baseUrl` is what permalinks begin with. */
export async function mountSlack(store: SlackStore, baseUrl: string): Promise<MountedSlack> {
  const plugin = await loadSlackPlugin();
  const methods = new Set<string>();
  const emulator = await createEmulator({
    listen: false,
    baseUrl,
    service: defineEmulator({
      name: 'slack',
      state: () => ({}),
      setup: ({ app, webhooks }) => {
        withoutStacks(() => plugin.register(app, store, webhooks, baseUrl, new Map()));
        for (const { path } of app.routeTable)
          if (path.startsWith('/api/')) methods.add(path.slice('/api/'.length));
      },
    }),
  });
  return {
    methods: [...methods].sort(),
    call: async (method, token, input) => {
      const answer = await emulator.fetch(
        new Request(`${baseUrl}/api/${method}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(input),
        }),
      );
      return (await answer.json()) as EmulateAnswer;
    },
    page: (request) => emulator.fetch(request),
    close: () => emulator.close(),
  };
}
