import type { Answer } from '../../shared/delivery/call.ts';
import type { Context } from '../../shared/delivery/run.ts';
import { type Notes, prepareStep, type RunStep } from '../../shared/delivery/run-step.ts';
import { DealwireError } from '../../shared/error.ts';
import type { SetUpCheck } from '../../shared/set-up/check.ts';
import { stepsOf } from '../../shared/set-up/steps.ts';
import { compileCondition, compileValue } from '../../shared/target/js/compile.ts';
import type { Scope } from '../../shared/target/js/scope.ts';
import type { Patient } from './patient.ts';
import { notAsked, type Row, rowOf } from './row.ts';

/** Runs checks in their order: later ones see the notes of earlier ones. */
export type RunShared = (
  patient: Patient,
  time: Pick<Context, 'now' | 'sleep' | 'deadline'>,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<readonly Row[]>;

/** Compiles the checks that every platform can run, and returns what runs them. */
export function prepareShared(checks: readonly SetUpCheck[]): RunShared {
  const prepared = checks.map(prepare);
  return async (patient, time, parameters) => {
    const notes: Notes = {};
    const scope = (answer?: Answer): Scope => ({
      record: {},
      parameters,
      notes,
      answer,
      now: time.now(),
      locale: 'en-US',
      fiscalYearStartMonth: 1,
    });
    const rows: Row[] = [];
    for (const check of prepared) {
      const reason = await ask(check, patient, time, notes, scope);
      const { name, question } = check;
      rows.push(reason === undefined ? check.judge(scope()) : notAsked(name, question, reason));
    }
    return rows;
  };
}

interface Prepared {
  readonly name: string;
  readonly question: string;
  readonly goesToSlack: boolean;
  readonly steps: readonly RunStep[];
  readonly judge: (scope: Scope) => Row;
}

function prepare(check: SetUpCheck): Prepared {
  const { name, question, asks } = check;
  const finds = check.finds.map(({ when, weight, says, fix }) => ({
    holds: compileCondition(when),
    weight,
    says: compileValue(says),
    fix: compileValue(fix),
  }));
  return {
    name,
    question,
    goesToSlack: asks.some(({ read }) => 'to' in read),
    steps: stepsOf([check]).map(prepareStep),
    judge: (scope) =>
      rowOf(
        name,
        question,
        finds
          .filter(({ holds }) => holds(scope))
          .map(({ weight, says, fix }) => ({ weight, says: String(says(scope)), fix: String(fix(scope)) })),
      ),
  };
}

/** Fills the notes. Answers why that cannot be, undefined when it can. */
async function ask(
  { name, goesToSlack, steps }: Prepared,
  { salesforce, slack }: Patient,
  time: Pick<Context, 'now' | 'sleep' | 'deadline'>,
  notes: Notes,
  scope: (answer?: Answer) => Scope,
): Promise<string | undefined> {
  const side = goesToSlack ? slack : salesforce;
  if ('missing' in side) return side.missing;
  if ('problem' in side) return side.problem.message;
  const closed = () => Promise.reject(new Error(`The check ${name} asks both sides.`));
  const context: Context = {
    ...time,
    salesforce: 'call' in salesforce && !goesToSlack ? salesforce.call : closed,
    slack: 'call' in slack && goesToSlack ? slack.call : closed,
  };
  try {
    for (const step of steps) await step(context, notes, scope);
    return undefined;
  } catch (error) {
    if (error instanceof DealwireError) return error.message;
    throw error;
  }
}
