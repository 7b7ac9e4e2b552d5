import type { FakeClock } from '../clock.ts';
import type { AppRuntime } from './app-runtime.ts';
import { checkZap } from './check-zap.ts';
import { openConnection } from './connection.ts';
import { dedupeTable } from './dedupe-table.ts';
import { perform, type StepContext } from './execute-step.ts';
import { PLACEHOLDER_APP, staticOutputFields } from './operation.ts';
import { nextFiring, scheduleItem } from './schedule.ts';
import { timeline } from './timeline.ts';
import type { Zap } from './zap-export.ts';
import { ZapProblem } from './zap-problem.ts';
import { failedStep, type Progress, runSteps, summarize, titleOf, type ZapRun } from './zap-run.ts';

type Item = Readonly<Record<string, unknown>>;

/** More new items than this in one poll set off flood protection, which holds all of them. */
const FLOOD = 100;

export interface ZapOptions {
  readonly zap: Zap;
  readonly app: AppRuntime;
  /** The connection's stored values. */
  readonly authData: Readonly<Record<string, string>>;
  readonly clock: FakeClock;
  /** What `selected_api` calls the app under test, without the version; the placeholder unless told. */
  readonly appName?: string;
  /** Repeats errored steps as the account setting does; off unless told. */
  readonly autoreplay?: boolean;
  /** How many runs work at the same time; 1 unless told, which makes their order the same every time. */
  readonly lanes?: number;
  /** The order runs start in; Zapier promises none. Oldest first unless told. */
  readonly order?: (newestFirst: readonly Item[]) => readonly Item[];
}

/** A Zap that is switched on. */
export interface LiveZap {
  /** One poll, or for a Schedule one look at the clock; resolves with a run for each new item once all have ended. */
  poll(): Promise<readonly ZapRun[]>;
  /** Moves the clock to the next time a Schedule trigger fires, and polls. */
  waitForSchedule(): Promise<readonly ZapRun[]>;
  /** Goes on with every held run, as "Replay" in the Zap history does. */
  release(): Promise<readonly ZapRun[]>;
  /** Renews the connection, as a person does. */
  reconnect(authData: Readonly<Record<string, string>>): void;
  /** The connection's stored values; a refresh changes them. */
  authData(): Readonly<Record<string, string>>;
  /** Why the connection expired; while it is, polls are skipped. */
  expired(): string | undefined;
}

/**
 * Switches a Zap on: fills the dedupe table by one poll that starts no run. Throws ZapProblem for a Zap the account
 * could not run, and StepFailed when that poll fails.
 */
export async function switchOnZap(options: ZapOptions): Promise<LiveZap> {
  const { zap, app, clock, appName = PLACEHOLDER_APP, lanes = 1, order = oldestFirst } = options;
  const checked = checkZap(zap, app, appName);
  const { trigger } = checked;
  const timezone = trigger.node.meta.timezone ?? 'UTC';
  const { start, sleep } = timeline(clock, lanes);
  const connection = openConnection(app, options.authData, sleep);
  const context: StepContext = {
    connection,
    timezone,
    autoreplay: options.autoreplay ?? false,
    sleep,
  };
  const operation = checked.operations.get(trigger.node.id);
  const held = new Set<Progress>();

  const fetchItems = async (isPopulatingDedupe: boolean): Promise<readonly Item[]> => {
    if (operation?.kind !== 'trigger') return [];
    return (await perform(
      'triggers',
      trigger,
      operation.definition,
      new Map(),
      { ...context, autoreplay: false },
      {
        isPopulatingDedupe,
      },
    )) as readonly Item[];
  };
  const run = (progress: Progress): Promise<ZapRun> =>
    start(async () => {
      const { title = '', output } = progress.get(trigger.node.id) ?? {};
      progress.set(trigger.node.id, { title, outcome: 'success', output });
      const result = await runSteps(checked, progress, context);
      if (result.outcome === 'held') held.add(progress);
      return result;
    });
  const begin = (items: readonly Item[]): Promise<readonly ZapRun[]> => {
    const title = titleOf(trigger);
    if (items.length <= FLOOD)
      return Promise.all(
        order(items).map((output) =>
          run(new Map([[trigger.node.id, { title, outcome: 'success', output }]])),
        ),
      );
    const error = `Flood protection: ${items.length} new items in one poll.`;
    return Promise.resolve(
      order(items).map((output) => {
        const progress: Progress = new Map([[trigger.node.id, { title, outcome: 'held', output, error }]]);
        held.add(progress);
        return summarize(checked, 'held', progress);
      }),
    );
  };

  const table = dedupeTable(operation?.kind === 'trigger' ? staticOutputFields(operation.definition) : []);
  let looked = clock.now();
  table.admit(await start(() => fetchItems(true)));

  const poll = async (): Promise<readonly ZapRun[]> => {
    if (operation?.kind === 'schedule') {
      const firings: Item[] = [];
      for (let at = nextFiring(trigger.node, timezone, looked); at <= clock.now(); ) {
        firings.unshift(scheduleItem(at, timezone));
        at = nextFiring(trigger.node, timezone, at);
      }
      looked = clock.now();
      return begin(firings);
    }
    if (connection.expired() !== undefined) return [];
    try {
      return await begin(table.admit(await start(() => fetchItems(false))));
    } catch (error) {
      const failed = failedStep(trigger, error);
      return [summarize(checked, failed.outcome, new Map([[trigger.node.id, failed]]))];
    }
  };

  return {
    poll,
    waitForSchedule: () => {
      if (operation?.kind !== 'schedule') throw new ZapProblem(`"${zap.title}" has no Schedule trigger.`);
      clock.set(nextFiring(trigger.node, timezone, looked));
      return poll();
    },
    release: () => {
      const released = [...held];
      held.clear();
      return Promise.all(released.map(run));
    },
    reconnect: connection.reconnect,
    authData: connection.authData,
    expired: connection.expired,
  };
}

/**
 * Switches a Zap on, lets the world change, polls once and returns the runs. A Schedule fires once, at its next time.
 */
export async function runZap(options: ZapOptions, change: () => Promise<void>): Promise<readonly ZapRun[]> {
  const live = await switchOnZap(options);
  await change();
  const isSchedule = Object.values(options.zap.nodes).some(
    ({ parent_id, selected_api }) => parent_id === null && selected_api.startsWith('ScheduleCLIAPI'),
  );
  return isSchedule ? live.waitForSchedule() : live.poll();
}

function oldestFirst(newestFirst: readonly Item[]): readonly Item[] {
  return newestFirst.toReversed();
}
