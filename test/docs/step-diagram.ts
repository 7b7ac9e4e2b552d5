import { dependencies } from '../../shared/delivery/dependency.ts';
import type { Delivery, Step } from '../../shared/delivery/step.ts';

/** A step that calls somebody, or several that differ in a number only. */
interface Shown {
  readonly name: string;
  readonly call: string;
  readonly positions: readonly number[];
}

/** The calls of a delivery as a Mermaid flow chart: an arrow leads from a call to those that wait for it. */
export function stepDiagram({ steps }: Delivery): string {
  const shown = group(steps);
  const waits = closure(steps);
  const isBefore = (one: Shown, other: Shown) =>
    other.positions.some((position) => one.positions.some((earlier) => waits[position]?.has(earlier)));
  const lines = shown.map(({ name, call }, at) => `  s${at}["${name}<br/><small>${call}</small>"]`);
  const arrows = shown.flatMap((later, to) =>
    shown.flatMap((earlier, from) => {
      const between = shown.some(
        (middle) =>
          middle !== earlier && middle !== later && isBefore(earlier, middle) && isBefore(middle, later),
      );
      return earlier !== later && isBefore(earlier, later) && !between ? [`  s${from} --> s${to}`] : [];
    }),
  );
  return ['```mermaid', 'flowchart TD', ...lines, ...arrows, '```'].join('\n');
}

/** What a step calls, in the words of the place called. */
export function callOf({ call }: Step): string | undefined {
  if (call === undefined) return undefined;
  return call.to === 'slack'
    ? `Slack: ${call.method}`
    : `Salesforce: ${Object.keys(call.parts).length} part(s) in one call`;
}

function group(steps: readonly Step[]): readonly Shown[] {
  const groups = new Map<string, Shown>();
  for (const [position, step] of steps.entries()) {
    const call = callOf(step);
    if (call === undefined) continue;
    const name = step.name.replace(/ \d+$/, ' 1, 2, …');
    const known = groups.get(name);
    groups.set(name, { name, call, positions: [...(known?.positions ?? []), position] });
  }
  return [...groups.values()];
}

/** For each step all earlier ones that must have ended, directly or not. */
function closure(steps: readonly Step[]): readonly ReadonlySet<number>[] {
  const all: Set<number>[] = [];
  for (const waits of dependencies(steps))
    all.push(new Set(waits.flatMap((earlier) => [earlier, ...(all[earlier] ?? [])])));
  return all;
}
