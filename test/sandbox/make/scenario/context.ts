import type { MakeAccount } from '../connection/account.ts';
import type { MakeApp } from '../load/app.ts';
import type { Bundle } from '../run-module.ts';
import type { Variables } from '../runtime/session.ts';
import type { MakeWorld } from '../runtime/world.ts';
import type { Blueprint } from './blueprint.ts';
import type { DataStore } from './data-store.ts';

/** A custom app as an account has it. */
export interface InstalledApp {
  readonly app: MakeApp;
  /** Major version, as modules of a blueprint name it. */
  readonly version: number;
  /** The connections that the scenario's modules choose, at most one per connection of the app. */
  readonly accounts?: readonly MakeAccount[];
  /** Laid over the common data of the app and of its connections, for secrets that no file holds. */
  readonly common?: Variables;
}

/** Stands in for a module of Make's own whose shape is not confirmed: gets its rendered fields, gives its bundles. */
export type ModuleStandIn = (fields: Variables) => Promise<readonly Bundle[]>;

/** Everything a scenario has besides the run in progress. */
export interface ScenarioContext {
  readonly blueprint: Blueprint;
  readonly world: MakeWorld;
  /** By the name in `app#<name>:<module>`. */
  readonly apps: Readonly<Record<string, InstalledApp>>;
  /** Connections as last refreshed, by `<app name>:<connection id>`. */
  readonly accounts: Map<string, MakeAccount>;
  /** Data stores by the id of the module that uses them. */
  readonly dataStores: Readonly<Record<number, DataStore>>;
  /** The bot token of the connection that Make's own Slack modules choose. */
  readonly slackToken: string | undefined;
  readonly standIns: Readonly<Record<string, ModuleStandIn>>;
  /** Counters that no run resets, by module id. */
  readonly counters: Map<number, number>;
}
