import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connectTo, type World } from '../sandbox/world.ts';
import type { RoomResult } from './deal.ts';
import type { Order } from './deliver-once.ts';

/** Starts a process that delivers the sample deal once. */
function start(world: World): ChildProcess {
  const { organizationId, teamId } = connectTo(world);
  const order: Order = {
    salesforceUrl: world.salesforce.url,
    accessToken: world.salesforce.issueToken().accessToken,
    slackUrl: world.slack.url,
    slackToken: world.slack.token,
    organizationId,
    teamId,
    now: world.clock.now(),
  };
  return spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'deliver-once.ts'),
      JSON.stringify(order),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

/** Kills a delivering process with SIGKILL when its nth call arrives, before the call has an effect. */
export async function killAtCall(world: World, call: number): Promise<boolean> {
  const child = start(world);
  const ended = once(child, 'exit');
  let seen = 0;
  let killed = false;
  const intercept = async () => {
    if (killed || seen++ < call) return undefined;
    killed = true;
    child.kill('SIGKILL');
    await ended;
    return 'before' as const;
  };
  world.salesforce.intercept(intercept);
  world.slack.intercept(intercept);
  await ended;
  world.salesforce.intercept(undefined);
  world.slack.intercept(undefined);
  return killed;
}

/** Runs a delivering process to its end. Throws when it fails. */
export async function deliverInProcess(world: World): Promise<RoomResult> {
  const child = start(world);
  if (child.stdout === null) throw new Error('The process has no output.');
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`The process ended with ${code}.`);
  return JSON.parse(output) as RoomResult;
}
