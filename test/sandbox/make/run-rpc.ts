import { MakeAppError } from './error.ts';
import { stepsOf } from './load/inspect-module.ts';
import { collect } from './runtime/collect.ts';
import { limitOf } from './runtime/limit.ts';
import { type AppRun, openSession } from './runtime/open-session.ts';
import { runChain } from './runtime/run-chain.ts';
import type { Variables } from './runtime/session.ts';

/**
 * Calls an RPC as a form does: `parameters` are the form's values so far, `query` what the `rpc://` address carries,
 * as texts. Answers a list, a collection or a text; null when a skipped last step has no default.
 */
export async function runRpc(
  run: AppRun,
  id: string,
  parameters: Variables = {},
  query: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const rpc = run.app.rpcs.get(id);
  if (rpc === undefined)
    throw new MakeAppError(`The app has no RPC "${id}". It has ${[...run.app.rpcs.keys()].join(', ')}.`);
  const session = openSession(run, rpc.communication.file, { parameters: { ...parameters, ...query } });
  const steps = stepsOf(rpc.communication.json);
  const limit = limitOf(session, steps.at(-1)?.response, Number.POSITIVE_INFINITY);
  const end = await runChain(session, steps, (pages, step, place) =>
    collect(session, step, pages, limit, place),
  );
  if (end.kind === 'skipped') return end.value;
  return end.value.kind === 'list' ? end.value.values.slice(0, limit) : end.value.value;
}
