import type { FakeClock } from '../clock.ts';
import type { AppRuntime } from './app-runtime.ts';
import { checkZap } from './check-zap.ts';
import { openConnection } from './connection.ts';
import { isGuarded } from './error-handler.ts';
import type { StepContext } from './execute-step.ts';
import type { HookServer } from './hook-server.ts';
import { openTrigger } from './open-trigger.ts';
import { PLACEHOLDER_APP } from './operation.ts';
import { refuse } from './refuse.ts';
import { type SlackAccount, slackApp } from './slack-app.ts';
import { flatten } from './step-tree.ts';
import { openThrottle } from './throttle.ts';
import { timeline } from './timeline.ts';
import type { Batch, Item } from './trigger.ts';
import type { Zap } from './zap-export.ts';
import { ZapProblem } from './zap-problem.ts';
import { failedStep, type Progress, runSteps, summarize, titleOf, type ZapRun } from './zap-run.ts';

export interface ZapOptions {
  readonly zap: Zap;
  readonly app: AppRuntime;
  /** The connection's stored values. */
  readonly authData: Readonly<Record<string, string>>;
  readonly clock: FakeClock;
  /** Where a hook trigger gets its address. */
  readonly hooks?: HookServer;
  /** What the steps of Zapier's own Slack app are connected to. */
  readonly slack?: SlackAccount;
  /** What `selected_api` calls the app under test, without the version; the placeholder unless told. */
  readonly appName?: string;
  /** Repeats errored steps as the account setting does; off unless told. */
  readonly autoreplay?: boolean;
  /** How many runs work at the same time; 1 unless told, which makes their order the same every time. */
  readonly lanes?: number;
  /** Gets what waits on the Zap's timeline, for services that take their time to answer. */
  readonly onTimeline?: (sleep: (milliseconds: number) => Promise<void>) => void;
  /** The order runs start in; Zapier promises none. Oldest first unless told. */
  readonly order?: (newestFirst: readonly Item[]) => readonly Item[];
}

/** A Zap that is switched on. */
export interface LiveZap {
  /**
   * One poll; for a Schedule one look at the clock, for a hook at the requests that have arrived, for a Slack trigger at the
   * messages. Resolves with a run for each new item once all have ended.
   */
  poll(): Promise<readonly ZapRun[]>;
  /** Moves the clock to the next time a Schedule trigger fires, and polls. */
  waitForSchedule(): Promise<readonly ZapRun[]>;
  /** The address of a hook trigger, on hooks.zapier.com. */
  readonly hookUrl: string | undefined;
  /** Pushes a message of the Slack stand-in to a `pushed_message` trigger; the next poll starts its run. */
  pushMessage(channel: string, ts: string): void;
  /** Goes on with every held run, as "Replay" in the Zap history does. */
  release(): Promise<readonly ZapRun[]>;
  /** Renews the connection, as a person does. */
  reconnect(authData: Readonly<Record<string, string>>): void;
  /** The connection's stored values; a refresh changes them. */
  authData(): Readonly<Record<string, string>>;
  /** Why the connection expired; while it is, polls are skipped and the requests of a hook wait. */
  expired(): string | undefined;
  /** Switches the Zap off: nothing starts any more. Throws StepFailed when a hook cannot be unsubscribed. */
  switchOff(): Promise<void>;
}

/**
 * Switches a Zap on: fills the dedupe table by one poll that starts no run, or subscribes a hook. Throws ZapProblem for a
 * Zap the account could not run, ZapRefusal for one the runner will not run, and StepFailed when that call fails.
 */
export async function switchOnZap(options: ZapOptions): Promise<LiveZap> {
  const { zap, app, clock, appName = PLACEHOLDER_APP, lanes = 1, order = oldestFirst } = options;
  const checked = checkZap(zap, app, appName);
  const { trigger: step } = checked;
  const guarded = flatten(step).find(isGuarded);
  if (guarded !== undefined && options.autoreplay === true) refuse('guarded-autoreplay', guarded.name);
  const timezone = step.node.meta.timezone ?? 'UTC';
  const { start, sleep } = timeline(clock, lanes);
  options.onTimeline?.(sleep);
  const connection = openConnection(app, options.authData, sleep);
  const { autoreplay = false, hooks, slack } = options;
  const context: StepContext = {
    connection,
    timezone,
    autoreplay,
    sleep,
    throttle: openThrottle(clock.now, sleep),
    now: clock.now,
    queues: new Map(),
    slack: slack && openConnection(slackApp(slack), {}, sleep),
  };
  const held = new Set<Progress>();

  const run = (progress: Progress): Promise<ZapRun> =>
    start(async () => {
      const { title = '', output } = progress.get(step.node.id) ?? {};
      progress.set(step.node.id, { title, outcome: 'success', output });
      const result = await runSteps(checked, progress, context);
      if (result.outcome === 'held') held.add(progress);
      return result;
    });
  const begin = (items: readonly Item[]): Promise<readonly ZapRun[]> => {
    const title = titleOf(step);
    if (items.length <= (trigger.flood ?? Infinity))
      return Promise.all(
        order(items).map((output) => run(new Map([[step.node.id, { title, outcome: 'success', output }]]))),
      );
    const error = `Flood protection: ${items.length} new items in one poll.`;
    return Promise.resolve(
      order(items).map((output) => {
        const progress: Progress = new Map([[step.node.id, { title, outcome: 'held', output, error }]]);
        held.add(progress);
        return summarize(checked, 'held', progress);
      }),
    );
  };
  const take = async (batch: Batch): Promise<readonly ZapRun[]> => {
    try {
      return await begin(await start(batch));
    } catch (error) {
      const failed = failedStep(step, error);
      return [summarize(checked, failed.outcome, new Map([[step.node.id, failed]]))];
    }
  };

  const trigger = await start(() =>
    openTrigger(step, checked.operations.get(step.node.id), context, clock, { hooks, slack }),
  );
  let isOn = true;

  const poll = async (): Promise<readonly ZapRun[]> =>
    isOn ? (await Promise.all(trigger.look().map(take))).flat() : [];
  return {
    poll,
    waitForSchedule: () => {
      if (trigger.next === undefined) throw new ZapProblem(`"${zap.title}" has no Schedule trigger.`);
      clock.set(trigger.next());
      return poll();
    },
    hookUrl: trigger.url,
    pushMessage: (channel, ts) => {
      if (trigger.push === undefined) throw new ZapProblem(`"${zap.title}" has no Slack trigger.`);
      trigger.push(channel, ts);
    },
    release: () => {
      const released = [...held];
      held.clear();
      return Promise.all(released.map(run));
    },
    reconnect: connection.reconnect,
    authData: connection.authData,
    expired: connection.expired,
    switchOff: async () => {
      isOn = false;
      await start(trigger.close);
    },
  };
}

function oldestFirst(newestFirst: readonly Item[]): readonly Item[] {
  return newestFirst.toReversed();
}
