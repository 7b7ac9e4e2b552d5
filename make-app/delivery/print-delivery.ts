import type { Delivery, Failure, Step } from '../../shared/delivery/step.ts';
import { and } from '../../shared/language/index.ts';
import { isExpression, type Template } from '../../shared/language/template.ts';
import { compileTemplate } from '../../shared/target/iml/compile.ts';
import { assign, type Request } from './levels.ts';
import { rootsOf } from './place.ts';
import { printStep } from './print-step.ts';
import { replaceNotes } from './replace-nodes.ts';
import { mostRequests, REQUEST_LIMIT } from './request-limit.ts';

/**
 * Prints a delivery as the steps of one module, in the order of its table. What it knows beforehand must be in `temp`,
 * checked inputs in `temp.input`. A claim cannot be given back after an error on Make, so `release` is left out.
 *
 * Throws when the table cannot be said on Make, or when a run could make more requests than it may.
 */
export function printDelivery(
  { steps, result, alternatives }: Delivery,
  given: readonly string[],
): readonly Request[] {
  assertMergeable(steps);
  const asked = steps.filter(({ call, notes }) => !(call && isKnown(Object.keys(notes ?? {}), given)));
  const most = mostRequests(asked, alternatives);
  if (most > REQUEST_LIMIT) throw new Error(`A run could make ${most} requests, more than ${REQUEST_LIMIT}.`);
  const { steps: before, value } = compileTemplate(result, rootsOf('r'));
  return [
    ...asked.flatMap((step, position) => printStep(step, `s${position + 1}`, failuresOf(asked, position))),
    ...assign(before),
    { response: { output: value } },
  ];
}

/** A step that only asks for what is known already. */
function isKnown(notes: readonly string[], given: readonly string[]): boolean {
  return notes.length > 0 && notes.every((name) => given.includes(name));
}

/**
 * The failures a step's answer is judged by: its own, and those of steps without a call that follow it. Make can fail
 * only where it has an answer, so the notes in between are put in the place of their names.
 */
function failuresOf(steps: readonly Step[], position: number): readonly Failure[] {
  const [own, ...later] = steps.slice(position);
  if (own?.call === undefined) return [];
  const next = later.findIndex(({ call }) => call !== undefined);
  const between = next < 0 ? later : later.slice(0, next);
  const written = Object.assign({}, own.notes, ...between.map(({ notes }) => notes));
  return [own, ...between].flatMap(({ when, fail = [], call }) =>
    fail.map((failure) => ({
      as: failure.as,
      when: replaceNotes(
        when === undefined || call !== undefined ? failure.when : and(when, failure.when),
        written,
      ),
    })),
  );
}

/** Throws for a list or an object that two steps note: Make would merge the two entry by entry. */
function assertMergeable(steps: readonly Step[]): void {
  const seen = new Set<string>();
  for (const [name, note] of steps.flatMap(({ notes = {} }) => Object.entries(notes))) {
    if (seen.has(name) && isMerged(note))
      throw new Error(`Two steps note "${name}", which Make would merge.`);
    seen.add(name);
  }
}

function isMerged(note: Template): boolean {
  return isExpression(note) ? note.type === 'list' : typeof note === 'object' && note !== null;
}
