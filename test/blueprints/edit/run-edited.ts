import fc from 'fast-check';
import type { Flow } from '../../../blueprints/blueprint.ts';
import { blueprints } from '../../../blueprints/blueprints.ts';
import { variantsOf } from '../../../blueprints/variant.ts';
import { LOG_TO_SALESFORCE } from '../../../shared/signal/log-to-salesforce/log.ts';
import { Refusal } from '../../sandbox/iml/refusal.ts';
import { MakeError } from '../../sandbox/make/error.ts';
import { ScenarioError } from '../../sandbox/make/open-scenario.ts';
import type { Blueprint } from '../../sandbox/make/scenario/blueprint.ts';
import { demos } from '../../sandbox/signal/demos.ts';
import { choicesFor, demoOf } from '../../sandbox/signal/run-variant.ts';
import { type FlowRun, type Platform, type SwitchOn, switchOn } from '../../sandbox/signal/switch-on.ts';
import { startWorld } from '../../sandbox/world.ts';
import { StepFailed } from '../../sandbox/zapier/connection.ts';
import type { Zap } from '../../sandbox/zapier/zap-export.ts';
import { ZapProblem } from '../../sandbox/zapier/zap-problem.ts';
import { type Edit, inWords } from './edit.ts';
import { anyScenarioEdit, harmlessScenarioEdit } from './scenario-edit.ts';
import { anyZapEdit, harmlessZapEdit } from './zap-edit.ts';

/** How often each of the ends was met. */
export type Ends = Record<string, number>;

/** Runs of the main flow of every way to run every signal that polls, is told, or starts by the clock. */
const flows = blueprints.flatMap((blueprint) =>
  variantsOf(blueprint)
    .filter(({ only }) => only === undefined)
    .map((variant) => ({ blueprint, variant, flow: variant.flows[0] })),
);

/** Edits blueprints as people do; `harmless` ones must still deliver once, all others run or say clearly why not. */
export async function editAndRun(platform: Platform, numRuns: number, harmless: boolean): Promise<Ends> {
  const ends: Ends = {};
  const note = (end: string) => {
    ends[end] = (ends[end] ?? 0) + 1;
  };
  const edits: fc.Arbitrary<readonly Edit<never>[]> = listOf(
    platform === 'zapier'
      ? harmless
        ? harmlessZapEdit
        : anyZapEdit
      : harmless
        ? harmlessScenarioEdit
        : anyScenarioEdit,
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(flows.length - 1), edits, fc.boolean(), async (number, list, twice) => {
      const { end, problem, messages } = await runEdited(platform, number, list, twice);
      if (problem !== undefined && !isClear(problem)) throw new Error(`Not clear (${end}): ${problem}`);
      if (harmless && (problem !== undefined || messages !== cardsOf(number)))
        throw new Error(
          `${inWords(list)} changed what is delivered: ${end}, ${messages} messages. ${problem}`,
        );
      note(end);
    }),
    { numRuns },
  );
  return ends;
}

function listOf(edit: fc.Arbitrary<Edit<Zap>> | fc.Arbitrary<Edit<Blueprint>>) {
  return fc.array(edit as fc.Arbitrary<Edit<never>>, { minLength: 1, maxLength: 4 });
}

/** Cards that a flow posts for one event: an announcement is one more, a log has none. */
function cardsOf(number: number): number {
  const { blueprint, variant } = flows[number] ?? {};
  if (blueprint?.name === LOG_TO_SALESFORCE) return 0;
  return variant?.name === 'announce' ? 2 : 1;
}

/** What became of an edited flow. */
interface Edited {
  readonly end: string;
  /** Why it could not run, or did not deliver. */
  readonly problem?: string;
  /** Cards that Dealwire posted. */
  readonly messages: number;
}

/** Switches an edited flow on, twice if it was duplicated, and lets something happen. */
async function runEdited(
  platform: Platform,
  number: number,
  edits: readonly Edit<never>[],
  twice: boolean,
): Promise<Edited> {
  const { blueprint, variant, flow } = flows[number] ?? {};
  if (blueprint === undefined || variant === undefined || flow === undefined)
    throw new Error('No such flow.');
  const demo = choicesFor(demoOf(demos, blueprint), flow);
  const apply = <T>(edited: T): T =>
    edits.reduce((now, each) => (each as unknown as Edit<T>).apply(now), edited);
  const options: SwitchOn = { flow: flow.name, variant: variant.name, edit: { zap: apply, scenario: apply } };
  const world = await startWorld();
  const messages = () =>
    world.slack
      .messages()
      .filter(({ user, blocks }) => user === world.slack.botUserId && blocks !== undefined);
  try {
    const live = [await switchOn(world, demo, platform, options)];
    if (twice && isPolled(flow)) live.push(await switchOn(world, demo, platform, options));
    demo.phases[0]?.change(world);
    const runs: FlowRun[] = [];
    for (const run of live) runs.push(await run(demo.phases[0]?.asks));
    const failed = runs.find(({ outcome }) => FAILED.includes(outcome));
    const end = failed?.outcome ?? runs[0]?.outcome ?? 'nothing';
    return { end, messages: messages().length, ...(failed && { problem: failed.reason }) };
  } catch (error) {
    if (!KNOWN.some((kind) => error instanceof kind)) throw error;
    return { end: 'refused', problem: (error as Error).message, messages: messages().length };
  } finally {
    await world.close();
  }
}

/** A copy of a flow that looks by itself finds the same event; the next start of a schedule is another. */
function isPolled({ trigger }: Flow): boolean {
  return 'operation' in trigger && trigger.instant === undefined;
}

/** Ends that want a reason that a person can act on. */
const FAILED = ['halted', 'errored', 'held', 'failed'];

/** Errors that speak to the person who edits; any other is a fault of the project. */
const KNOWN = [ZapProblem, StepFailed, ScenarioError, Refusal, MakeError];

/** A message is a sentence without leftovers of the machine. */
function isClear(message: string): boolean {
  const leftovers =
    /undefined|\[object|Cannot read|is not a function|is not iterable|\bNaN\b|\w+Error:|\.ts:\d/;
  return message.trim().length > 15 && /[.!?)”"]$/.test(message.trim()) && !leftovers.test(message);
}
