import { refreshAccount } from '../connect.ts';
import type { ScenarioContext } from './context.ts';
import { type Execution, startExecution } from './execution.ts';
import { finishRun } from './finish-run.ts';
import { type Health, noteRun } from './health.ts';
import { createIncompleteStore, type IncompleteStore } from './incomplete.ts';
import type { RunReport } from './report.ts';

/** Makes runs out of work, and keeps what they leave behind. */
export interface Runner {
  readonly health: Health;
  readonly incomplete: IncompleteStore;
  readonly reports: readonly RunReport[];
  /** Whether sequential processing waits for an incomplete execution. */
  held(): boolean;
  /** One run, its connections refreshed first; what it leaves unfinished is stored. */
  start(
    work: (execution: Execution) => Promise<void>,
  ): Promise<{ readonly report: RunReport; readonly execution: Execution }>;
  /** One more attempt at an incomplete execution. */
  resume(id: number): Promise<void>;
}

export function createRunner(context: ScenarioContext): Runner {
  const { blueprint, world } = context;
  const health: Health = { active: true, consecutiveErrors: 0 };
  const incomplete = createIncompleteStore();
  const reports: RunReport[] = [];
  let refreshing: Promise<void> = Promise.resolve();
  const refresh = () => {
    refreshing = refreshing.catch(() => undefined).then(() => refreshAccounts(context));
    return refreshing;
  };
  const finish = async (execution: Execution, work: () => Promise<void>): Promise<RunReport> => {
    const report = await finishRun(context, execution, async () => {
      await refresh();
      await work();
    });
    reports.push(report);
    noteRun(health, blueprint, report);
    return report;
  };
  return {
    health,
    incomplete,
    reports,
    held: () => blueprint.metadata.scenario.sequential && incomplete.all().length > 0,
    start: async (work) => {
      const execution = startExecution();
      const report = await finish(execution, () => work(execution));
      for (const unfinished of execution.unfinished) incomplete.add(unfinished, world.clock.now());
      return { report, execution };
    },
    resume: (id) =>
      incomplete.retry(
        id,
        () => world.clock.now(),
        async (go) => {
          const execution = startExecution();
          await finish(execution, () => go(execution));
          return execution.unfinished;
        },
      ),
  };
}

/** Refreshes every connection that its own condition calls due; runs that start together do it one after the other. */
async function refreshAccounts(context: ScenarioContext): Promise<void> {
  for (const [key, account] of context.accounts) {
    const installed = context.apps[key.slice(0, key.indexOf(':'))];
    if (installed === undefined) continue;
    const { app, common } = installed;
    const run = { app, world: context.world, ...(common === undefined ? {} : { common }) };
    context.accounts.set(key, await refreshAccount(run, account));
  }
}
