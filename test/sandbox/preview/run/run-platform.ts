import { DealwireError } from '../../../../shared/error.ts';
import { SalesforceFault } from '../../salesforce/error.ts';
import type { Answered } from '../../serve.ts';
import type { FlowStep } from '../../signal/flow-step.ts';
import { eventDemo, reasonToSkip } from '../../signal/run-event.ts';
import { runSignal } from '../../signal/run-signal.ts';
import type { Shared } from '../../signal/share-world.ts';
import type { LiveFlow, Platform } from '../../signal/switch-on.ts';
import type { World } from '../../world.ts';
import { FormProblem } from '../form/form-problem.ts';
import type { RunRequest, Trouble } from '../form/read-form.ts';
import { conversationsIn, namesIn } from '../slack/conversation.ts';
import { idle, type PlatformRun, type ShownCall, type ShownPhase, type ShownStep } from './platform-run.ts';
import { shownCall } from './shown-call.ts';
import { idsIn, writtenSince } from './written.ts';

/** Milliseconds that have passed; only differences count. */
export type Stopwatch = () => number;

/**
 * Runs what somebody asked for on one platform and tells of every change. What goes wrong inside is a state of the run; only
 * a record that Salesforce does not take throws, as FormProblem.
 */
export async function runPlatform(
  { demo, changed, event, edited, trouble }: RunRequest,
  platform: Platform,
  stopwatch: Stopwatch,
  onChange: (run: PlatformRun) => void,
  shared?: Shared,
): Promise<PlatformRun> {
  let run: PlatformRun = { ...idle(platform), state: 'running' };
  const set = (change: Partial<PlatformRun>) => {
    run = { ...run, ...change };
    onChange(run);
  };
  if (shared !== undefined) run = { ...run, isTogether: true };
  const skipped = event === undefined ? undefined : reasonToSkip(event);
  const began = stopwatch();
  if (skipped !== undefined) {
    set({ state: 'skipped', reason: `Nothing was run: ${skipped}.` });
    return run;
  }
  let phase = -1;
  let operation = '';
  let last = began;
  let before: ReadonlySet<unknown> = new Set();
  const unclaimed: ShownCall[] = [];
  const note = (call: ShownCall) => set({ phases: withCall(run.phases, phase, operation, call) });
  const onOperation = (key: string) => {
    operation = key;
    const call = platform === 'make' ? unclaimed.shift() : undefined;
    if (call !== undefined && phase >= 0) note(call);
  };
  const onAnswered = (answered: Answered) => {
    const now = stopwatch();
    const call = { ...shownCall(answered), milliseconds: now - last };
    last = now;
    if (phase < 0) return;
    if (platform === 'make') unclaimed.push(call);
    else note(call);
  };
  try {
    const result = await runSignal(
      event === undefined ? demo : { ...eventDemo(event), chosen: demo.chosen },
      platform,
      {
        changed,
        ...(shared && { shared }),
        edited,
        onOperation,
        onReady: async (world, flows) => {
          set({ phases: plannedPhases(flows, event === undefined ? demo : eventDemo(event)) });
          await cause(trouble, world);
        },
        onPhase: (_, index, world) => {
          world.salesforce.watch(onAnswered);
          world.slack.watch(onAnswered);
          if (index === 0) before = idsIn(world);
          phase = index;
          last = stopwatch();
        },
        onFlowRun: ({ steps }, index) =>
          set({ phases: run.phases.map((shown, at) => (at === index ? withEnds(shown, steps) : shown)) }),
        onEnd: (world) =>
          set({
            conversations: conversationsIn(world),
            names: namesIn(world),
            written: writtenSince(before, world),
          }),
      },
    );
    set({
      state: result.outcome,
      reason: result.outcome === 'already_delivered' ? AGAIN : result.reason,
      cost: result.cost,
      milliseconds: stopwatch() - began,
    });
  } catch (error) {
    if (error instanceof SalesforceFault)
      throw new FormProblem(
        '',
        `Salesforce does not save the record: ${error.message}.`,
        'Correct the record and run it again.',
      );
    set({ state: 'failed', reason: inWords(error), milliseconds: stopwatch() - began });
  }
  return run;
}

/** Why somebody who is late delivers nothing. */
const AGAIN = 'The ledger says that this was delivered already, so nothing was sent again.';

function plannedPhases(flows: readonly LiveFlow[], { phases }: RunRequest['demo']): readonly ShownPhase[] {
  return phases.map(({ says }, index) => {
    const { title = '', steps = [] } = flows[index] ?? {};
    return { says: says ?? title, title, steps: steps.map(waiting) };
  });
}

function waiting(step: FlowStep): ShownStep {
  return { ...step, outcome: 'waiting', times: 0, reason: '', calls: [] };
}

/** The phases with one more call of a step: that which runs the operation, else the last. */
function withCall(
  phases: readonly ShownPhase[],
  index: number,
  operation: string,
  call: ShownCall,
): readonly ShownPhase[] {
  return phases.map((phase, at) => {
    if (at !== index) return phase;
    const found = phase.steps.findIndex((step) => step.operation === operation);
    const target = found < 0 ? phase.steps.length - 1 : found;
    const steps = phase.steps.map((step, position) =>
      position === target ? { ...step, calls: [...step.calls, call] } : step,
    );
    return { ...phase, steps };
  });
}

/** A phase whose steps have ended; they are those that it was planned with. */
function withEnds(phase: ShownPhase, ends: readonly Omit<ShownStep, 'calls'>[]): ShownPhase {
  const steps = phase.steps.map((step, index) => ({ ...step, ...ends[index] }));
  return { ...phase, steps };
}

async function cause(trouble: Trouble, { slack, salesforce }: World): Promise<void> {
  if (trouble === 'slack') await slack.close();
  if (trouble === 'salesforce') await salesforce.close();
  if (trouble === 'token') slack.revoke(slack.token);
}

/** A failure as an editor would word it. */
function inWords(error: unknown): string {
  if (error instanceof DealwireError) return `${error.message} ${error.fix}`;
  return error instanceof Error ? error.message : String(error);
}
