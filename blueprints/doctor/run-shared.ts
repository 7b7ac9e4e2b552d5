import type { Answer } from '../../shared/delivery/call.ts';
import type { Context } from '../../shared/delivery/run.ts';
import { type Notes, prepareStep } from '../../shared/delivery/run-step.ts';
import { DealwireError } from '../../shared/error.ts';
import type { SetUpCheck } from '../../shared/set-up/check.ts';
import { stepsOf } from '../../shared/set-up/steps.ts';
import { compileCondition, compileValue } from '../../shared/target/js/compile.ts';
import type { Scope } from '../../shared/target/js/scope.ts';
import type { Patient } from './patient.ts';
import { notAsked, type Row, rowOf } from './row.ts';

/** Runs the checks that every platform can run, in their order: later ones see the notes of earlier ones. */
export async function runShared(
  checks: readonly SetUpCheck[],
  patient: Patient,
  time: Pick<Context, 'now' | 'sleep' | 'deadline'>,
  parameters: Readonly<Record<string, unknown>>,
): Promise<readonly Row[]> {
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
  for (const check of checks) {
    const reason = await ask(check, patient, time, notes, scope);
    rows.push(reason === undefined ? judge(check, scope()) : notAsked(check.name, check.question, reason));
  }
  return rows;
}

/** Fills the notes. Answers why that cannot be, undefined when it can. */
async function ask(
  check: SetUpCheck,
  { salesforce, slack }: Patient,
  time: Pick<Context, 'now' | 'sleep' | 'deadline'>,
  notes: Notes,
  scope: (answer?: Answer) => Scope,
): Promise<string | undefined> {
  const goesToSlack = check.asks.some(({ read }) => 'to' in read);
  const side = goesToSlack ? slack : salesforce;
  if ('missing' in side) return side.missing;
  if ('problem' in side) return side.problem.message;
  const closed = () => Promise.reject(new Error(`The check ${check.name} asks both sides.`));
  const context: Context = {
    ...time,
    salesforce: 'call' in salesforce && !goesToSlack ? salesforce.call : closed,
    slack: 'call' in slack && goesToSlack ? slack.call : closed,
  };
  try {
    for (const step of stepsOf([check])) await prepareStep(step)(context, notes, scope);
    return undefined;
  } catch (error) {
    if (error instanceof DealwireError) return error.message;
    throw error;
  }
}

function judge({ name, question, finds }: SetUpCheck, scope: Scope): Row {
  const found = finds.filter(({ when }) => compileCondition(when)(scope));
  return rowOf(
    name,
    question,
    found.map(({ weight, says, fix }) => ({
      weight,
      says: String(compileValue(says)(scope)),
      fix: String(compileValue(fix)(scope)),
    })),
  );
}
