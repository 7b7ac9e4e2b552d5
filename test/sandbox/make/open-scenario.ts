import type { MakeAccount } from './connection/account.ts';
import type { TriggerStart } from './run-trigger.ts';
import type { Variables } from './runtime/session.ts';
import type { MakeWorld } from './runtime/world.ts';
import { checkModules } from './scenario/check-modules.ts';
import type { InstalledApp, ModuleStandIn, ScenarioContext } from './scenario/context.ts';
import type { DataStore } from './scenario/data-store.ts';
import { runPlain, startKind } from './scenario/first-module.ts';
import { createHookRunner } from './scenario/hook-runner.ts';
import type { IncompleteExecution } from './scenario/incomplete.ts';
import { createPoller } from './scenario/poller.ts';
import { prepareBlueprint } from './scenario/prepare-blueprint.ts';
import type { Stretch } from './scenario/process-flow.ts';
import type { RunReport } from './scenario/report.ts';
import { createRunner } from './scenario/runner.ts';
import type { WebhookReply } from './webhook/incoming.ts';

export type { InstalledApp, ModuleStandIn } from './scenario/context.ts';
export { createDataStore, type DataStore } from './scenario/data-store.ts';
export { ScenarioError } from './scenario/error.ts';
export type { IncompleteExecution } from './scenario/incomplete.ts';
export type { RunError, RunReport } from './scenario/report.ts';

/** What a user gives to a blueprint after importing it. */
export interface ScenarioOptions {
  /** The parsed blueprint file. */
  readonly blueprint: unknown;
  readonly world: MakeWorld;
  /** Installed custom apps, with their chosen connections, by the name in `app#<name>:<module>`. */
  readonly apps?: Readonly<Record<string, InstalledApp>>;
  /** Data stores by the id of the module that uses them. */
  readonly dataStores?: Readonly<Record<number, DataStore>>;
  /** The bot token of the connection that Make's own Slack modules choose. */
  readonly slackToken?: string;
  /** Where a polling trigger starts. */
  readonly start?: TriggerStart;
  /** What the user typed when making the webhook. */
  readonly hookParameters?: Variables;
  /** Stand-ins for modules of Make's own that the runner refuses, by module name. */
  readonly standIns?: Readonly<Record<string, ModuleStandIn>>;
}

/** A scenario switched on. */
export interface Scenario {
  readonly active: boolean;
  readonly incomplete: readonly IncompleteExecution[];
  /** Items that wait behind the webhook. */
  readonly queued: number;
  /** Every run so far, attempts at incomplete executions included. */
  readonly reports: readonly RunReport[];
  /** Connections as last refreshed. */
  readonly accounts: readonly MakeAccount[];
  /** One scheduled run; undefined when the scenario is off, waits for an incomplete execution, or has nothing queued. */
  run(): Promise<RunReport | undefined>;
  /** A call of the webhook: the reply, once the runs it started are over; undefined when the documents do not give it. */
  receive(request: Request): Promise<WebhookReply | undefined>;
  /** As `receive`, but the runs it starts wait for `run`, unless a module of the scenario answers the caller. */
  accept(request: Request): Promise<WebhookReply | undefined>;
  /** Attempts every incomplete execution that is due, then runs what waited for it. */
  resumeDue(): Promise<void>;
  /** Attempts one incomplete execution at once, as a person does after repairing something. */
  resume(id: number): Promise<void>;
  /** Switches it on again. */
  activate(): Promise<void>;
}

/**
 * Opens a scenario from its blueprint file. Throws ScenarioError for a blueprint that cannot run: broken, an unknown
 * module, a missing connection, a wrong version.
 */
export function openScenario(options: ScenarioOptions): Scenario {
  const { world, apps = {}, dataStores = {}, hookParameters = {}, standIns = {} } = options;
  const accounts = new Map<string, MakeAccount>();
  for (const [name, { accounts: made = [] }] of Object.entries(apps))
    for (const account of made) accounts.set(`${name}:${account.connection}`, account);
  const blueprint = prepareBlueprint(options.blueprint, standIns);
  const context: ScenarioContext = {
    blueprint,
    world,
    apps,
    accounts,
    dataStores,
    slackToken: options.slackToken,
    standIns,
    counters: new Map(),
  };
  const first = checkModules(context);
  const kind = startKind(context, first);
  const stretch: Stretch = { flow: blueprint.flow, stop: blueprint.flow.length, end: async () => {} };
  const runner = createRunner(context);
  const hook = createHookRunner(context, runner, first, stretch, hookParameters);
  const poll = createPoller(context, first, stretch, options.start);

  const resume = async (id: number) => {
    await runner.resume(id);
    await hook.drain();
  };
  return {
    get active() {
      return runner.health.active;
    },
    get incomplete() {
      return runner.incomplete.all();
    },
    get queued() {
      return hook.queued;
    },
    reports: runner.reports,
    get accounts() {
      return [...accounts.values()];
    },
    run: async () => {
      if (!runner.health.active || runner.held()) return undefined;
      if (kind === 'webhook') {
        const before = runner.reports.length;
        await hook.drain();
        return runner.reports[before];
      }
      const { report } = await runner.start((execution) =>
        kind === 'poll' ? poll(execution) : runPlain(context, execution, first, stretch),
      );
      return report;
    },
    receive: hook.receive,
    accept: hook.accept,
    resumeDue: async () => {
      for (const { id, due } of runner.incomplete.all())
        if (due !== undefined && due <= world.clock.now()) await resume(id);
    },
    resume,
    activate: async () => {
      runner.health.active = true;
      runner.health.consecutiveErrors = 0;
      await hook.drain();
    },
  };
}
