import {
  DealwireError,
  OutOfTimeError,
  SalesforceUnavailableError,
  SlackLimitedError,
  SlackUnavailableError,
} from '../error.ts';
import type { Answered } from './call.ts';
import type { Context } from './run.ts';

/** How often, and after how many milliseconds, a call is repeated within one run. */
export const twoQuickRepeats: readonly number[] = [400, 1_600];

/** Seconds that are waited within a run; a longer wait is the platform's. */
const LONGEST_WAIT = 5;

/**
 * Makes a call, and repeats it where that is safe: after Slack's 429, which has no effect, and after a failure of
 * unknown outcome when the call is safe to repeat. Throws `OutOfTimeError` instead of starting too late.
 */
export async function repeated(
  { now, sleep, deadline }: Pick<Context, 'now' | 'sleep' | 'deadline'>,
  safe: boolean,
  call: () => Promise<Answered>,
): Promise<Answered> {
  for (const pause of [...twoQuickRepeats, undefined]) {
    if (now() >= deadline) throw new OutOfTimeError();
    const answered = await call().catch((problem: unknown) => ({ thrown: problem }));
    const problem = 'thrown' in answered ? answered.thrown : answered.problem;
    const wait = pause === undefined ? undefined : waitAfter(problem, safe, pause);
    if (wait === undefined || now() + wait >= deadline) {
      if ('thrown' in answered) throw answered.thrown;
      return answered;
    }
    await sleep(wait);
  }
  throw new OutOfTimeError();
}

/** Milliseconds to wait before the call is repeated, or nothing when it must not be. */
function waitAfter(problem: unknown, safe: boolean, pause: number): number | undefined {
  if (!(problem instanceof DealwireError)) return undefined;
  if (problem instanceof SlackLimitedError)
    return problem.retryAfter <= LONGEST_WAIT ? problem.retryAfter * 1_000 : undefined;
  const unknown = problem instanceof SlackUnavailableError || problem instanceof SalesforceUnavailableError;
  return safe && unknown ? pause : undefined;
}
