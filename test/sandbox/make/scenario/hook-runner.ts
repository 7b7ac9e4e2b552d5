import type { Variables } from '../runtime/session.ts';
import { readIncoming, type WebhookReply } from '../webhook/incoming.ts';
import { allModules, appModuleName, type BlueprintModule } from './blueprint.ts';
import type { ScenarioContext } from './context.ts';
import { readHook, takeItem } from './first-module.ts';
import { createIntake } from './intake.ts';
import { continueWith, type Stretch } from './process-flow.ts';
import { appModuleOf } from './run-app-module.ts';
import type { Runner } from './runner.ts';
import { WEBHOOK_RESPOND } from './stock/stock-modules.ts';

/** Takes calls of a scenario's webhook and runs it once per item. */
export interface HookRunner {
  readonly queued: number;
  /** The reply to a call, once the runs it started are over; undefined when the documents do not give it. */
  receive(request: Request): Promise<WebhookReply | undefined>;
  /** As `receive`, but the runs it starts wait for `drain`, unless a module of the scenario answers the caller. */
  accept(request: Request): Promise<WebhookReply | undefined>;
  /** Runs what waits, unless the scenario is off or held. */
  drain(): Promise<void>;
}

export function createHookRunner(
  context: ScenarioContext,
  runner: Runner,
  first: BlueprintModule,
  stretch: Stretch,
  hookParameters: Variables,
): HookRunner {
  const { sequential } = context.blueprint.metadata.scenario;
  const intake = createIntake();
  const answers = allModules(context.blueprint.flow).some((module) => answersCaller(context, module));
  let line: Promise<unknown> = Promise.resolve();

  const drainNow = async (): Promise<WebhookReply | undefined> => {
    let reply: WebhookReply | undefined;
    while (runner.health.active && !runner.held() && intake.size > 0) {
      const item = intake.shift();
      let taken = false;
      const { execution } = await runner.start(async (running) => {
        taken = true;
        const bundles = await takeItem(context, running, first, item);
        await continueWith(context, running, stretch, 0, bundles, {});
      });
      reply ??= execution.reply;
      if (!taken) {
        intake.unshift(item);
        break;
      }
    }
    return reply;
  };
  const drain = (): Promise<WebhookReply | undefined> => {
    if (!sequential) return drainNow();
    const turn = line.then(drainNow);
    line = turn.catch(() => undefined);
    return turn;
  };

  const admit = async (request: Request) => {
    if (!intake.admit(context.world.clock.now()))
      return { reply: { status: 429, headers: {}, body: '' }, started: false };
    const { reply, items } = readHook(context, first, hookParameters, await readIncoming(request));
    for (const item of items) intake.push(item);
    return { reply, started: items.length > 0 };
  };

  return {
    get queued() {
      return intake.size;
    },
    receive: async (request) => {
      const { reply, started } = await admit(request);
      return (started ? await drain() : undefined) ?? reply;
    },
    accept: async (request) => {
      const { reply, started } = await admit(request);
      return (started && answers ? await drain() : undefined) ?? reply;
    },
    drain: async () => void (await drain()),
  };
}

/** Whether a module answers the webhook's caller from the scenario. */
function answersCaller(context: ScenarioContext, module: BlueprintModule): boolean {
  return appModuleName(module.module) === undefined
    ? module.module === WEBHOOK_RESPOND
    : appModuleOf(context, module).definition.type === 'responder';
}
