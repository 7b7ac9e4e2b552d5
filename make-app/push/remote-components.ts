import type { Make } from '@makehq/sdk';
import type { Kind } from './local-app.ts';

/** The app on Make. */
export interface AppAddress {
  readonly name: string;
  readonly version: number;
}

/** A component as Make lists it: its name, and what else Make tells. */
export type RemoteComponent = Readonly<Record<string, unknown>> & { readonly name: string };

/** The components of one kind on Make. Every call throws what the SDK throws. */
export interface RemoteComponents {
  list(): Promise<readonly RemoteComponent[]>;
  /** Answers the name Make gave. */
  create(body: Readonly<Record<string, unknown>>): Promise<string>;
  update(name: string, body: Readonly<Record<string, unknown>>): Promise<unknown>;
  getSection(name: string, section: string): Promise<unknown>;
  setSection(name: string, section: string, text: string): Promise<unknown>;
}

/**
 * The components of an app by kind. The SDK's types know fewer fields and sections than Make's API takes
 * (a module's `typeId`, `crud` and `webhook`, a webhook's `update`), and it sends what it is given.
 */
export function remoteComponents(
  { sdk }: Make,
  { name: app, version }: AppAddress,
): Record<Kind, RemoteComponents> {
  const { connections, webhooks, modules, rpcs } = sdk;
  return {
    connection: {
      list: () => connections.list(app),
      create: async (body) => (await connections.create(app, body as never)).name,
      update: (name, body) => connections.update(name, body),
      getSection: (name, section) => connections.getSection(name, section as never),
      setSection: (name, section, text) => connections.setSection(name, section as never, text),
    },
    rpc: {
      list: () => rpcs.list(app, version),
      create: async (body) => (await rpcs.create(app, version, body as never)).name,
      update: (name, body) => rpcs.update(app, version, name, body),
      getSection: (name, section) => rpcs.getSection(app, version, name, section as never),
      setSection: (name, section, text) => rpcs.setSection(app, version, name, section as never, text),
    },
    webhook: {
      list: () => webhooks.list(app),
      create: async (body) => {
        const before = new Set((await webhooks.list(app)).map(({ name }) => name));
        const { name } = (await webhooks.create(app, body as never)) as { readonly name?: string };
        if (name !== undefined) return name;
        const added = (await webhooks.list(app)).find((one) => !before.has(one.name));
        if (added === undefined) throw new Error('Make created a webhook that it does not list');
        return added.name;
      },
      update: (name, body) => webhooks.update(name, body),
      getSection: (name, section) => webhooks.getSection(name, section as never),
      setSection: (name, section, text) => webhooks.setSection(name, section as never, text),
    },
    module: {
      list: () => modules.list(app, version),
      create: async (body) => (await modules.create(app, version, body as never)).name,
      update: (name, body) => modules.update(app, version, name, body),
      getSection: (name, section) => modules.getSection(app, version, name, section as never),
      setSection: (name, section, text) => modules.setSection(app, version, name, section as never, text),
    },
  };
}
