import { join } from 'node:path';
import { accountOn, makeWorldOf, secretsOf } from '../make-account.ts';
import type { World } from '../world.ts';
import { loadBlueprint } from './load-blueprint.ts';
import { loadMakeApp } from './load-make-app.ts';
import { openScenario, type RunReport, type Scenario } from './open-scenario.ts';
import { nextRun, runUntil, type Scheduling } from './run-until.ts';

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

export interface ScenarioOptions {
  readonly world: World;
  /** The path of a `scenario.json`. */
  readonly file: string;
  /** What a person does to the blueprint after importing it. */
  readonly edit?: (blueprint: unknown) => unknown;
  /** What the user typed when making the webhook of the first module. */
  readonly hookParameters?: Readonly<Record<string, unknown>>;
  /** When a scenario without a trigger runs, which is not part of its file, and the organisation's zone. */
  readonly schedule?: { readonly scheduling: Scheduling; readonly timezone: string };
}

/** The generated app, under the name that blueprints call it by until an account has given it one. */
const APP = 'dealwire-placeholder';
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'make-app', 'app');
/** Minutes after which the trigger sees a change: its query ends two minutes before now, for transactions under way. */
const SETTLED = 3;
/** More runs than a change needs; each takes one bundle. */
const MOST_RUNS = 10;

/** A scenario of a blueprint that is switched on. */
export interface LiveScenario {
  /**
   * Runs it until nothing is left, once changes under way have settled; a scheduled one waits for its next time instead.
   * Tells what that cost.
   */
  run(): Promise<ScenarioRun>;
  readonly scenario: Scenario;
}

/** Switches the scenario of a blueprint file on in a world. */
export function switchOnScenario({
  world,
  file,
  edit = (blueprint) => blueprint,
  hookParameters = {},
  schedule,
}: ScenarioOptions): LiveScenario {
  const app = {
    app: loadMakeApp(FOLDER),
    version: 1,
    accounts: [accountOn(world)],
    common: secretsOf(world),
  };
  const blueprint = edit(loadBlueprint(file));
  const trigger = schedule === undefined ? triggerFolder(blueprint) : undefined;
  let pollCalls = 0;
  const scenario = openScenario({
    blueprint,
    world: {
      ...makeWorldOf(world),
      ...(schedule && { timezone: schedule.timezone }),
      record: ({ file }) => {
        if (trigger !== undefined && file.startsWith(trigger)) pollCalls += 1;
      },
    },
    apps: { [APP]: app },
    hookParameters,
    start: 'now',
  });
  const poll = async (): Promise<readonly RunReport[]> => {
    world.clock.advance(SETTLED * 60_000);
    const reports: RunReport[] = [];
    while (reports.length < MOST_RUNS) {
      const report = await scenario.run();
      if (report === undefined || report.operations === 0) break;
      reports.push(report);
    }
    return reports;
  };
  const wait = async ({ scheduling, timezone }: NonNullable<typeof schedule>) => {
    const before = scenario.reports.length;
    const due = nextRun(scheduling, world.clock.now(), timezone);
    await runUntil(scenario, scheduling, world.clock, timezone, due);
    return scenario.reports.slice(before);
  };
  const counts = () => ({ salesforce: world.salesforce.apiCalls, slack: world.slack.calls.length });
  return {
    scenario,
    run: async () => {
      const before = counts();
      pollCalls = 0;
      const reports = await (schedule === undefined ? poll() : wait(schedule));
      return {
        ...summary(reports),
        operations: reports.reduce((sum, { operations }) => sum + operations, 0),
        pollCalls,
        salesforceCalls: counts().salesforce - before.salesforce - pollCalls,
        slackCalls: counts().slack - before.slack,
      };
    },
  };
}

/** The folder of the files of the module that stands first. */
function triggerFolder(blueprint: unknown): string {
  const { flow } = blueprint as { readonly flow: readonly { readonly module: string }[] };
  const name = flow[0]?.module.split(':')[1] ?? '';
  return `modules/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/`;
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
