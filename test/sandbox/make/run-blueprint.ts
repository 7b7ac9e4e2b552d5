import { join } from 'node:path';
import { accountOn, makeWorldOf, secretsOf } from '../make-account.ts';
import type { World } from '../world.ts';
import { loadBlueprint } from './load-blueprint.ts';
import { loadMakeApp } from './load-make-app.ts';
import { openScenario, type RunReport } from './open-scenario.ts';

/** What became of a blueprint's scenario after a change. */
export interface ScenarioRun {
  /** What the last module says, such as `delivered`; `unnoticed` when the trigger saw nothing, `failed` after an error. */
  readonly outcome: string;
  /** One sentence in plain words; empty when something was delivered. */
  readonly reason: string;
  readonly operations: number;
  readonly pollCalls: number;
  readonly salesforceCalls: number;
  readonly slackCalls: number;
}

export interface ScenarioRunOptions {
  readonly world: World;
  /** The path of a `scenario.json`. */
  readonly file: string;
  /** What happens in the world once the scenario is on. */
  readonly change: () => void | Promise<void>;
}

/** The generated app, under the name that blueprints call it by until an account has given it one. */
const APP = 'dealwire-placeholder';
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'make-app', 'app');
/** Minutes after which the trigger sees a change: its query ends two minutes before now, for transactions under way. */
const SETTLED = 3;
/** More runs than a change needs; each takes one bundle. */
const MOST_RUNS = 10;

/** Switches the scenario of a blueprint file on, lets the world change, and runs it until nothing is left. */
export async function runMakeBlueprint({ world, file, change }: ScenarioRunOptions): Promise<ScenarioRun> {
  const app = {
    app: loadMakeApp(FOLDER),
    version: 1,
    accounts: [accountOn(world)],
    common: secretsOf(world),
  };
  const scenario = openScenario({
    blueprint: loadBlueprint(file),
    world: makeWorldOf(world),
    apps: { [APP]: app },
    start: 'now',
  });
  await change();
  world.clock.advance(SETTLED * 60_000);
  const before = { salesforce: world.salesforce.apiCalls, slack: world.slack.calls.length };
  const reports: RunReport[] = [];
  while (reports.length < MOST_RUNS) {
    const report = await scenario.run();
    if (report === undefined || report.operations === 0) break;
    reports.push(report);
  }
  const polls = reports.length + 1;
  return {
    ...summary(reports),
    operations: reports.reduce((sum, { operations }) => sum + operations, 0),
    pollCalls: polls,
    salesforceCalls: world.salesforce.apiCalls - before.salesforce - polls,
    slackCalls: world.slack.calls.length - before.slack,
  };
}

function summary(reports: readonly RunReport[]): Pick<ScenarioRun, 'outcome' | 'reason'> {
  const problem = reports.flatMap(({ errors }) => errors)[0];
  if (problem !== undefined) return { outcome: 'failed', reason: problem.error.message };
  const results = reports.flatMap(({ bundles }) => Object.values(bundles).at(-1) ?? []);
  const [last] = results.slice(-1);
  if (last === undefined) return { outcome: 'unnoticed', reason: 'The trigger saw nothing new.' };
  const outcome = String(last.outcome ?? 'filtered');
  return { outcome, reason: outcome === 'delivered' ? '' : `The last module says ${outcome}.` };
}
