import { readFile } from 'node:fs/promises';
import integration from '../../../zapier-app/index.ts';
import type { World } from '../../sandbox/world.ts';
import { settingsFor, storedValuesOf } from '../../sandbox/zapier/account.ts';
import { startHookServer } from '../../sandbox/zapier/hook-server.ts';
import { switchOnZap } from '../../sandbox/zapier/run-zap.ts';
import { sourceRuntime } from '../../sandbox/zapier/source-runtime.ts';
import { readZapExport, type Zap } from '../../sandbox/zapier/zap-export.ts';

export async function example(world: World) {
  const { clock } = world;
  const app = await sourceRuntime(integration, settingsFor(world)); // or packageRuntime(zip)
  const [zap] = readZapExport(await readFile('zap.json', 'utf8')).zaps as readonly [Zap];
  const hooks = await startHookServer(clock); // only a hook trigger needs it
  const live = await switchOnZap({ zap, app, clock, hooks, authData: storedValuesOf(world) });
  const runs = await live.poll(); // outcome, tasks, what each step put out
  await live.switchOff();
  return runs;
}
