import { accountOn, accountVariables, makeWorldOf, secretsOf } from '../make-account.ts';
import { serve } from '../serve.ts';
import type { World } from '../world.ts';
import { attachWebhook } from './attach-webhook.ts';
import { generatedApp } from './generated-app.ts';
import { readBlueprint } from './load-blueprint.ts';
import { openScenario, type RunReport, type Scenario } from './open-scenario.ts';
import { nextRun, runUntil, type Scheduling } from './run-until.ts';
import type { LoggedExchange } from './runtime/log.ts';
import { appModuleName, type Blueprint } from './scenario/blueprint.ts';

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
  readonly reports: readonly RunReport[];
}

export interface ScenarioOptions {
  readonly world: World;
  /** The path of a `scenario.json`. */
  readonly file: string;
  /** What a person does to the blueprint after importing it. */
  readonly edit?: (blueprint: unknown) => unknown;
  /** When a scenario without a trigger runs, which is not part of its file, and the organisation's zone. */
  readonly schedule?: { readonly scheduling: Scheduling; readonly timezone: string };
  /** What the account calls the app; the placeholder unless told. */
  readonly appName?: string;
  /** What the importer types when making the webhook of an instant trigger. */
  readonly hookParameters?: Readonly<Record<string, unknown>>;
  /** Hears of every exchange. */
  readonly onExchange?: (exchange: LoggedExchange) => void;
}

/** The generated app, under the name that blueprints call it by until an account has given it one. */
const APP = 'dealwire-placeholder';
/** Minutes after which the trigger sees a change: its query ends two minutes before now, for transactions under way. */
const SETTLED = 3;
/** More runs than a change needs; each takes one bundle. */
const MOST_RUNS = 10;

/** A scenario of a blueprint that is switched on. */
export interface LiveScenario {
  readonly scenario: Scenario;
  /**
   * Runs it until nothing is left, once changes under way have settled; a scheduled one waits for its next time instead.
   * Tells what that cost.
   */
  run(): Promise<ScenarioRun>;
}

/** Where Make's webhooks are. */
const HOOKS = 'https://hook.eu2.make.com';

/** Switches the scenario of a blueprint file on in a world, one with an instant trigger too. */
export async function switchOnInstantScenario(options: ScenarioOptions): Promise<LiveScenario> {
  const { world, hookParameters = {} } = options;
  const { scenario, blueprint, counted } = open(options);
  const server = await serve('hook.eu2.make.com', async (request) => {
    const reply = await scenario.accept(request);
    return new Response(reply?.body ?? '', { status: reply?.status ?? 400 });
  });
  world.atEnd(server.close);
  Object.assign(world.salesforce.hosts, { [HOOKS]: server.url });
  const { name = '' } = appModuleName(blueprint.flow[0]?.module ?? '') ?? {};
  const run = { app: generatedApp, world: makeWorldOf(world), connection: accountVariables(world) };
  if (isAttached(name))
    await attachWebhook(run, name, {
      id: '1',
      url: `${HOOKS}/abcdefghijkl`,
      parameters: hookParameters,
      data: {},
    });
  return {
    scenario,
    run: () =>
      counted(async () => {
        await world.salesforce.settled();
        const before = scenario.reports.length;
        await scenario.run();
        return scenario.reports.slice(before);
      }),
  };
}

/** The webhook of a module is made known by the app; the address of another is given to its caller by people. */
function isAttached(module: string): boolean {
  const { webhook = '' } = generatedApp.modules.get(module) ?? {};
  return generatedApp.webhooks.get(webhook)?.attach !== undefined;
}

/** Switches the scenario of a blueprint file on in a world. */
export function switchOnScenario(options: ScenarioOptions): LiveScenario {
  const { world, schedule } = options;
  const { scenario, counted } = open(options);
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
  return { scenario, run: () => counted(() => (schedule === undefined ? poll() : wait(schedule))) };
}

/** Opens the scenario of a blueprint file, with what counts its cost. */
function open({
  world,
  file,
  edit = (blueprint) => blueprint,
  schedule,
  appName = APP,
  hookParameters = {},
  onExchange = () => {},
}: ScenarioOptions) {
  const app = {
    app: generatedApp,
    version: 1,
    accounts: [accountOn(world)],
    common: secretsOf(world),
  };
  const blueprint = edit(readBlueprint(file));
  const trigger = schedule === undefined ? triggerFolder(blueprint) : undefined;
  let pollCalls = 0;
  const scenario = openScenario({
    blueprint,
    world: {
      ...makeWorldOf(world),
      ...(schedule && { timezone: schedule.timezone }),
      record: (exchange) => {
        if (trigger !== undefined && exchange.file.startsWith(trigger)) pollCalls += 1;
        onExchange(exchange);
      },
    },
    apps: { [appName]: app },
    slackToken: world.slack.token,
    hookParameters,
    start: 'now',
  });
  const counts = () => ({ salesforce: world.salesforce.apiCalls, slack: world.slack.calls.length });
  const counted = async (act: () => Promise<readonly RunReport[]>): Promise<ScenarioRun> => {
    const before = counts();
    pollCalls = 0;
    const reports = await act();
    return {
      ...summary(reports),
      operations: reports.reduce((sum, { operations }) => sum + operations, 0),
      pollCalls,
      salesforceCalls: counts().salesforce - before.salesforce - pollCalls,
      slackCalls: counts().slack - before.slack,
      reports,
    };
  };
  return { scenario, blueprint: blueprint as Blueprint, counted };
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
  const results = reports.flatMap(({ bundles }) => Object.values(bundles).flat());
  if (results.length === 0) return { outcome: 'unnoticed', reason: 'The trigger saw nothing new.' };
  const outcome = String(results.findLast((bundle) => 'outcome' in bundle)?.outcome ?? 'filtered');
  return { outcome, reason: outcome === 'delivered' ? '' : `The last module says ${outcome}.` };
}
