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

/** What may be done with a call. */
export interface Leave {
  /** To make it again although it may have had its effect. */
  readonly repeat: boolean;
  /** To start it although the run's time is nearly up. */
  readonly late: boolean;
}

/**
 * Makes a call, and repeats it where that is safe: after Slack's 429, which has no effect, and after a failure of
 * unknown outcome when the call may be repeated. Throws `OutOfTimeError` instead of starting too late.
 */
export async function repeated(
  { now, sleep, deadline }: Pick<Context, 'now' | 'sleep' | 'deadline'>,
  { repeat, late }: Leave,
  call: () => Promise<Answered>,
): Promise<Answered> {
  for (let time = 0; ; time += 1) {
    const pause = twoQuickRepeats[time];
    if (!late && now() >= deadline) throw new OutOfTimeError();
    const answered = await call().catch((problem: unknown) => ({ thrown: problem }));
    const problem = 'thrown' in answered ? answered.thrown : answered.problem;
    const wait = pause === undefined ? undefined : waitAfter(problem, repeat, pause);
    if (wait === undefined || now() + wait >= deadline) {
      if ('thrown' in answered) throw answered.thrown;
      return answered;
    }
    await sleep(wait);
  }
}

/** Milliseconds to wait before the call is repeated, or nothing when it must not be. */
function waitAfter(problem: unknown, repeat: boolean, pause: number): number | undefined {
  if (!(problem instanceof DealwireError)) return undefined;
  if (problem instanceof SlackLimitedError)
    return problem.retryAfter <= LONGEST_WAIT ? problem.retryAfter * 1_000 : undefined;
  const unknown = problem instanceof SlackUnavailableError || problem instanceof SalesforceUnavailableError;
  return repeat && unknown ? pause : undefined;
}
