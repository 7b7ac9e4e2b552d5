import type { MakeFilter } from '../../make-filter/make-filter.ts';

/** One module of a scenario. */
export interface BlueprintModule {
  readonly id: number;
  /** `app:Name`, or `app#name:module` for a custom app. */
  readonly module: string;
  readonly version: number;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly mapper?: Readonly<Record<string, unknown>> | null;
  readonly filter?: MakeFilter | null;
  readonly routes?: readonly { readonly flow: readonly BlueprintModule[] }[];
  readonly branches?: readonly Branch[];
  readonly outputs?: readonly unknown[];
  readonly filters?: readonly (MakeFilter | null)[];
  readonly onerror?: readonly BlueprintModule[];
  /** Editor state; `designer` is where the module stands on the canvas and what it is called. */
  readonly metadata?: {
    readonly designer?: { readonly x: number; readonly y: number; readonly name?: string };
  };
}

/** One way through an If-Else. */
export interface Branch {
  readonly type: 'condition' | 'else';
  readonly label?: string;
  /** Whether the bundle goes on after the merge. */
  readonly merge?: boolean;
  readonly conditions?: MakeFilter['conditions'];
  readonly flow: readonly BlueprintModule[];
}

/** A scenario as the file has it. */
export interface Blueprint {
  readonly name: string;
  readonly flow: readonly BlueprintModule[];
  readonly metadata: {
    readonly instant: boolean;
    readonly scenario: {
      /** Cycles of one run at most. */
      readonly roundtrips: number;
      /** Failed runs in a row before Make switches the scenario off. */
      readonly maxErrors: number;
      readonly autoCommit: boolean;
      readonly sequential: boolean;
      readonly dataloss: boolean;
      /** Whether incomplete executions are stored. */
      readonly dlq: boolean;
    };
  };
}

/** Modules that steer the flow instead of emitting bundles of their own. */
export const FLOW_MODULES = {
  router: 'builtin:BasicRouter',
  ifElse: 'builtin:BasicIfElse',
  merge: 'builtin:BasicMerge',
  aggregator: 'builtin:BasicAggregator',
  textAggregator: 'util:TextAggregator',
} as const;

/** Modules that can only end an error handler. */
export const DIRECTIVES = {
  resume: 'builtin:Resume',
  ignore: 'builtin:Ignore',
  break: 'builtin:Break',
  commit: 'builtin:Commit',
  rollback: 'builtin:Rollback',
} as const;

export function isAggregator({ module }: BlueprintModule): boolean {
  return module === FLOW_MODULES.aggregator || module === FLOW_MODULES.textAggregator;
}

export function isDirective({ module }: BlueprintModule): boolean {
  return (Object.values(DIRECTIVES) as readonly string[]).includes(module);
}

/** The app and the module of a custom app's module name; undefined for Make's own. */
export function appModuleName(module: string): { readonly app: string; readonly name: string } | undefined {
  const [, app, name] = /^app#([^:]+):(.+)$/.exec(module) ?? [];
  return app === undefined || name === undefined ? undefined : { app, name };
}

/** Every module of a flow, those of routes, branches and error handlers included. */
export function allModules(flow: readonly BlueprintModule[]): readonly BlueprintModule[] {
  return flow.flatMap((module) => [
    module,
    ...(module.routes ?? []).flatMap((route) => allModules(route.flow)),
    ...(module.branches ?? []).flatMap((branch) => allModules(branch.flow)),
    ...allModules(module.onerror ?? []),
  ]);
}
