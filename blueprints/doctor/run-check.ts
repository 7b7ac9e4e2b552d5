import { type Asker, isFatal, NotAskedError } from './ask.ts';
import type { Answers, DoctorCheck } from './check.ts';
import type { Needs } from './needs.ts';
import { notAsked, type Row, rowOf } from './row.ts';

/** The checks that say what stands in the way of all others. */
const FIRST = ['api-access', 'sign-in', 'slack-token'];

/** Asks what a check asks, and judges. */
export async function runCheck(check: DoctorCheck, ask: Asker, needs: Needs): Promise<Row> {
  const { name, question, leftOut, asks, follows = [], judge } = check;
  const reason = leftOut?.(needs);
  if (reason !== undefined) return notAsked(name, question, reason);
  try {
    let answers: Answers = {};
    for (const round of [() => asks(needs), ...follows.map((next) => () => next(answers, needs))])
      answers = { ...answers, ...(await askAll(round(), ask)) };
    const fatal = Object.values(answers).find(({ problem }) => problem !== undefined && isFatal(problem));
    if (fatal?.problem !== undefined && !FIRST.includes(name))
      return notAsked(name, question, fatal.problem.message);
    return rowOf(name, question, judge(answers, needs));
  } catch (error) {
    if (error instanceof NotAskedError) return notAsked(name, question, error.message);
    throw error;
  }
}

async function askAll(questions: ReturnType<DoctorCheck['asks']>, ask: Asker): Promise<Answers> {
  const answers = await Promise.all(
    Object.entries(questions).map(async ([name, question]) => [name, await ask(question)] as const),
  );
  return Object.fromEntries(answers);
}
