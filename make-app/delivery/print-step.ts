import type { Failure, Step } from '../../shared/delivery/step.ts';
import type { Condition } from '../../shared/language/node/node.ts';
import type { Template } from '../../shared/language/template.ts';
import { compileExpression, compileTemplate } from '../../shared/target/iml/compile.ts';
import type { Step as Assignments } from '../../shared/target/iml/place.ts';
import type { Json } from '../../shared/target/iml/tree.ts';
import { assign, besides, type Request, whenAnswered } from './levels.ts';
import { rootsOf } from './place.ts';
import { answerPaths, printCall } from './print-call.ts';
import { failureOf, printVerdicts, refusalOf } from './verdict.ts';

type Notes = Readonly<Record<string, Template>>;

/** Milliseconds between two rounds of a step that is run again. */
const ROUND_DELAY = 1000;

/**
 * Prints a step of a delivery. `id` starts every name it puts into `temp`, since `temp` is merged and never cleared.
 * `failures` read the step's own answer and earlier notes only.
 */
export function printStep(step: Step, id: string, failures: readonly Failure[]): readonly Request[] {
  const when = step.when && compileExpression(step.when, rootsOf(`${id}w`));
  const on = when && {
    steps: [...when.steps, { [`${id}on`]: `{{${when.expression}}}` }],
    path: `temp.${id}on`,
  };
  const condition = on === undefined ? {} : { condition: `{{${on.path}}}` };
  if (step.call === undefined) {
    const { steps, value } = compileTemplate(step.notes ?? {}, rootsOf(`${id}n`));
    return [...assign(on?.steps ?? []), ...assign([...steps, value as Assignments], on?.path)];
  }
  const call = printCall(step.call, `${id}c`);
  const notes = printNotes(answerPaths(step.notes ?? {}, step.call), id);
  const verdicts = [
    ...refusalOf(step.call),
    ...failures.map(({ when, as }, position) =>
      failureOf(as, inlineCondition(answerPaths(when, step.call), `${id}f${position}`)),
    ),
  ];
  const { temp, valid } = printVerdicts(verdicts, `${id}v`);
  if (step.again && notes.after.length > 0)
    throw new Error(
      `The step "${step.name}" is run again, so its notes must be readable from the answer at once.`,
    );
  const repeat = step.again && {
    condition: `{{${inlineCondition(step.again.while, `${id}a`)}}}`,
    delay: ROUND_DELAY,
    limit: step.again.limit,
  };
  const response = {
    temp: whenAnswered({ ...notes.temp, ...temp }),
    ...(valid === undefined ? {} : { valid }),
    output: null,
  };
  return [
    ...assign(besides(on?.steps ?? [], call.steps, notes.before)),
    { ...call.request, ...condition, ...(repeat === undefined ? {} : { repeat }), response },
    ...assign(notes.after, on?.path),
  ];
}

interface PrintedNotes {
  readonly before: readonly Assignments[];
  readonly temp: Readonly<Record<string, Json>>;
  readonly after: readonly Assignments[];
}

/**
 * Prints notes. One that can be read from the answer in one expression is written with the answer; for the others the
 * answer is kept in `temp`, since nothing can be worked out in several steps while it is at hand.
 */
function printNotes(notes: Notes, id: string): PrintedNotes {
  const kept = `${id}answer`;
  const isLate = (note: Template) => {
    const { steps } = compileTemplate(note, rootsOf('x', `temp.${kept}`));
    return JSON.stringify(steps).includes(`temp.${kept}`);
  };
  const late = Object.entries(notes).filter(([, note]) => isLate(note));
  const early = Object.entries(notes).filter(([, note]) => !isLate(note));
  const now = compileTemplate(Object.fromEntries(early), rootsOf(`${id}n`));
  const then = compileTemplate(Object.fromEntries(late), rootsOf(`${id}l`, `temp.${kept}`));
  const keep: Record<string, Json> = late.length === 0 ? {} : { [kept]: '{{body}}' };
  return {
    before: now.steps,
    temp: { ...(now.value as Record<string, Json>), ...keep },
    after: late.length === 0 ? [] : [...then.steps, then.value as Assignments],
  };
}

/** A condition as one expression, for a place where nothing can be put aside. */
function inlineCondition(condition: Condition, prefix: string): string {
  const { steps, expression } = compileExpression(condition, rootsOf(prefix), true);
  if (steps.length > 0)
    throw new Error(`${prefix}: the condition needs a list of constants, which has no place there.`);
  return expression;
}
