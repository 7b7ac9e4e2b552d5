import type { FormProblem } from '../form/form-problem.ts';
import { idOf } from '../page/field-view.ts';
import { problemView } from '../page/form-view.ts';
import { statusOf } from '../page/page.ts';
import { platformCost, platformState, platformSteps, stepId, stepView } from '../page/platform-view.ts';
import { slackView, writtenView } from '../page/slack-view.ts';
import type { PlatformRun } from './platform-run.ts';

/** A change of the page that its script makes: an element in place of another, or a sentence to say. */
export interface Patch {
  /** The id of the element. */
  readonly id?: string;
  readonly html?: string;
  /** What the status says. */
  readonly say?: string;
  /** The id of the field that cannot be used, and where in its text. */
  readonly field?: string;
  readonly place?: { readonly line: number; readonly column: number };
}

/** What differs between two moments of a platform's run. */
export function patchesBetween(before: PlatformRun, after: PlatformRun): readonly Patch[] {
  const patches: Patch[] = [];
  const { platform } = after;
  if (
    before.phases.length !== after.phases.length ||
    before.reason !== after.reason ||
    before.state === 'waiting'
  )
    patches.push({ id: `${platform}-steps`, html: platformSteps(after).html });
  else
    for (const [phase, { steps }] of after.phases.entries())
      for (const [position, step] of steps.entries())
        if (step !== before.phases[phase]?.steps[position])
          patches.push({
            id: stepId(platform, phase, position),
            html: stepView(step, stepId(platform, phase, position)).html,
          });
  if (before.state !== after.state || before.milliseconds !== after.milliseconds)
    patches.push({ id: `${platform}-state`, html: platformState(after).html });
  if (before.cost !== after.cost) patches.push({ id: `${platform}-cost`, html: platformCost(after).html });
  return patches;
}

/** What is known once every platform has ended. */
export function finalPatches(runs: readonly PlatformRun[]): readonly Patch[] {
  return [
    { id: 'slack-result', html: slackView(runs).html },
    { id: 'written', html: writtenView(runs).html },
    { say: statusOf(runs) },
  ];
}

/** What keeps the form from being run. */
export function problemPatch(problem: FormProblem): Patch {
  return {
    id: 'problem',
    html: problemView(problem).html,
    ...(problem.field === '' ? {} : { field: idOf(problem.field) }),
    ...(problem.place && { place: problem.place }),
  };
}
