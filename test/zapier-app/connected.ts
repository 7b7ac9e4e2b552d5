import app from '../../zapier-app/index.ts';
import type { World } from '../sandbox/world.ts';
import { settingsFor, storedValuesOf } from '../sandbox/zapier/account.ts';
import type { AppRuntime } from '../sandbox/zapier/app-runtime.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';

type Bundle = {
  readonly inputData?: Readonly<Record<string, unknown>>;
  readonly meta?: Readonly<Record<string, unknown>>;
};

/** Calls an operation of the integration, such as `triggers.channels`, as Zapier does for a connected user. */
export type Connected = (operation: string, bundle?: Bundle) => Promise<unknown>;

/** Milliseconds after which a new session is used, as if Zapier had refreshed it. */
const SESSION = 3_600_000;

/** The integration, connected to a world; from its source unless a runtime is given. */
export async function connected(world: World, runtime?: AppRuntime): Promise<Connected> {
  const used = runtime ?? (await sourceRuntime(app, settingsFor(world)));
  let authData = storedValuesOf(world);
  let connectedAt = world.clock.now();
  return (operation, { inputData = {}, meta = {} } = {}) => {
    if (world.clock.now() - connectedAt > SESSION) {
      authData = storedValuesOf(world);
      connectedAt = world.clock.now();
    }
    return used.execute(`${operation}.operation.perform`, { inputData, meta, authData });
  };
}
