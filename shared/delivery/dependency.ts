import type { Step } from './step.ts';

/** For each step the positions of the earlier steps it waits for. Throws as `dependenciesOf` does. */
export function dependencies(steps: readonly Step[]): readonly (readonly number[])[] {
  return steps.map((step, position) => dependenciesOf(step, steps.slice(0, position)));
}

/**
 * The positions of those of the earlier steps that a step waits for: those that write a note it reads, and those
 * named in `after`. Throws when `after` names a step that is not earlier.
 */
export function dependenciesOf(step: Step, earlier: readonly Step[]): readonly number[] {
  const reads = notesRead([step.when, step.call, step.notes, step.fail, step.again]);
  for (const name of step.after ?? [])
    if (!earlier.some((other) => other.name === name))
      throw new Error(`The step "${step.name}" waits for "${name}", which is not an earlier step.`);
  return earlier.flatMap((other, position) =>
    step.after?.includes(other.name) || Object.keys(other.notes ?? {}).some((name) => reads.has(name))
      ? [position]
      : [],
  );
}

/** Kinds of nodes that read the record, which the claim notes. */
const READS_RECORD: ReadonlySet<unknown> = new Set(['field', 'named-field', 'child-field']);

function notesRead(tree: unknown, found = new Set<string>()): Set<string> {
  if (typeof tree !== 'object' || tree === null) return found;
  if ('kind' in tree && tree.kind === 'note' && 'name' in tree) found.add(String(tree.name));
  if ('kind' in tree && READS_RECORD.has(tree.kind)) found.add('record');
  for (const value of Object.values(tree)) notesRead(value, found);
  return found;
}
