import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sendCaseAlert } from '../../../shared/operation/action/send-case-alert.ts';
import zapierApp from '../../../zapier-app/index.ts';
import { toCreate } from '../../../zapier-app/to-create.ts';
import { CHANNELS } from '../../sandbox/slack/sample-workspace.ts';
import type { World } from '../../sandbox/world.ts';
import { settingsFor, storedValuesOf } from '../../sandbox/zapier/account.ts';
import { setParam } from '../../sandbox/zapier/edit-zap.ts';
import { startHookServer } from '../../sandbox/zapier/hook-server.ts';
import { switchOnZap } from '../../sandbox/zapier/run-zap.ts';
import { sourceRuntime } from '../../sandbox/zapier/source-runtime.ts';
import { readZapExport, type Zap } from '../../sandbox/zapier/zap-export.ts';
import type { TakeBurst } from './burst.ts';
import type { Latency } from './latency.ts';

const FILE = join(import.meta.dirname, '../../../blueprints/case-escalation/zap-push.json');

/** Milliseconds of a run, as Zapier gives a step. */
const RUN_TIME = 25_000;

/** The blueprint's Zap that Salesforce calls; its runs go on at the same time, paced by the throttle. */
export async function burstOnZapier(
  world: World,
  latency: Latency,
): Promise<{ readonly take: TakeBurst; close(): Promise<void> }> {
  const { salesforce, slack, clock } = world;
  const hooks = await startHookServer(clock);
  Object.assign(salesforce.hosts, hooks.hosts);
  let wait: (milliseconds: number) => Promise<void> = async () => {};
  const start = () => ({
    now: clock.now,
    sleep: (milliseconds: number) => wait(milliseconds),
    deadline: clock.now() + RUN_TIME,
  });
  const alert = toCreate(sendCaseAlert, start);
  const app = { ...zapierApp, creates: { ...zapierApp.creates, [alert.key]: alert } };
  const live = await switchOnZap({
    zap: filled(await readZap()),
    app: await sourceRuntime(app, settingsFor(world)),
    authData: storedValuesOf(world),
    clock,
    hooks,
    onTimeline: (sleep) => {
      wait = sleep;
      const after = (milliseconds: number) => async () => {
        await sleep(milliseconds);
        return undefined;
      };
      salesforce.intercept(after(latency.salesforce));
      slack.intercept(after(latency.slack));
    },
  });
  return {
    take: async () => {
      const failed = (await live.poll()).filter(({ outcome }) => outcome !== 'success');
      if (failed.length > 0) throw new Error(`Runs failed: ${JSON.stringify(failed[0])}`);
    },
    close: hooks.close,
  };
}

async function readZap(): Promise<Zap> {
  const zap = readZapExport(await readFile(FILE, 'utf8'), FILE).zaps[0];
  if (zap === undefined) throw new Error(`${FILE} holds no Zap.`);
  return zap;
}

function filled(zap: Zap): Zap {
  const alert = Object.values(zap.nodes).find(({ action }) => action === 'send_case_alert');
  if (alert === undefined) throw new Error('The blueprint has other steps now.');
  return setParam(zap, alert.id, 'channel', CHANNELS.escalations);
}
