import { isCollection } from '../iml/value.ts';
import type { RequestDirectives } from './load/directives.ts';
import { stepsOf } from './load/inspect-module.ts';
import { refuse } from './refuse.ts';
import { type Bundle, moduleOf } from './run-module.ts';
import { collect } from './runtime/collect.ts';
import { limitOf } from './runtime/limit.ts';
import { type AppRun, openSession } from './runtime/open-session.ts';
import { render } from './runtime/render.ts';
import { runChain } from './runtime/run-chain.ts';
import type { Session, Variables } from './runtime/session.ts';
import { withEpoch } from './trigger/epoch.ts';
import { type Candidate, scan } from './trigger/scan.ts';
import { checkState, type TriggerState } from './trigger/state.ts';

export { startState, type TriggerStart, type TriggerState } from './trigger/state.ts';

/** What one poll brought. */
export interface Poll {
  /** Oldest first. */
  readonly bundles: readonly Bundle[];
  /** What the next poll starts from. */
  readonly state: TriggerState;
}

/** Runs a polling trigger once from a state; the state passed in stays good if this throws. Throws as `runModule`. */
export async function runTrigger(
  run: AppRun,
  id: string,
  parameters: Variables,
  state: TriggerState | undefined,
): Promise<Poll> {
  const module = moduleOf(run, id, ['trigger']);
  if (state === undefined) return refuse('first-run', id);
  const session = openPoll(run, module.communication.file, parameters, state);
  const steps = stepsOf(module.communication.json);
  const limit = limitOf(session, steps.at(-1)?.response, 1);
  const end = await runChain(session, steps, async (pages, step, place) => {
    const trigger = step.response?.trigger ?? refuse('trigger-place', place);
    const fresh = await scan(session, step, trigger, pages, state, limit, place);
    const emitted = fresh.slice(0, limit);
    const bundles = emitted.map((candidate) => bundleOf(session, step, candidate, place));
    return { bundles, state: checkState(nextState(state, emitted, trigger.type)) };
  });
  return end.kind === 'done' ? end.value : { bundles: [], state };
}

/** The items that "Choose where to start" offers, newest first, each with the date a start at it has. */
export async function runEpoch(
  run: AppRun,
  id: string,
  parameters: Variables,
): Promise<readonly { readonly label: string; readonly date: Date }[]> {
  const module = moduleOf(run, id, ['trigger']);
  const { file, json } = module.epoch;
  const step = withEpoch(stepsOf(module.communication.json).at(-1) ?? {}, json, file);
  const state: TriggerState = { lastDate: undefined, lastId: undefined, ids: [], matchEqual: false };
  const session = openPoll(run, file, parameters, state);
  const limit = limitOf(session, json.response, 300);
  const end = await runChain(session, [step], (pages, own, place) =>
    collect(session, own, pages, limit, place),
  );
  const values = end.kind === 'done' && end.value.kind === 'list' ? end.value.values : [];
  return values.map((value) => {
    const { label, date } = value as { readonly label: unknown; readonly date: unknown };
    return date instanceof Date ? { label: String(label), date } : refuse('trigger-date', file);
  });
}

function openPoll(run: AppRun, file: string, parameters: Variables, state: TriggerState): Session {
  const { lastDate, lastId, matchEqual } = state;
  const data = { lastDate: lastDate === undefined ? undefined : new Date(lastDate), lastId };
  return openSession(run, file, { parameters, data, trigger: { matchEqual } });
}

function bundleOf(
  session: Session,
  step: RequestDirectives,
  { variables }: Candidate,
  place: string,
): Bundle {
  const directive = step.response?.output;
  const value =
    directive === undefined
      ? variables.item
      : render(session, directive, variables, `${place}/response/output`);
  return isCollection(value) ? value : refuse('output-missing', `${session.file} ${place}`);
}

function nextState(state: TriggerState, emitted: readonly Candidate[], type: 'date' | 'id'): TriggerState {
  const last = emitted.at(-1);
  if (last === undefined) return state;
  const atLast = emitted.filter(({ rank }) => rank === last.rank).map(({ id }) => id);
  if (type === 'id') return { lastDate: undefined, lastId: last.id, ids: [], matchEqual: false };
  const earlier = state.lastDate === last.rank ? state.ids : [];
  return { lastDate: last.rank, lastId: last.id, ids: [...earlier, ...atLast], matchEqual: false };
}
