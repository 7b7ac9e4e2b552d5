import type { MakeErrorType } from '../error.ts';

/** Minutes Make waits before each attempt to finish a stored execution by itself. */
const RETRY_MINUTES: readonly number[] = [1, 10, 10, 30, 30, 30, 180, 180];

const RETRIED: readonly MakeErrorType[] = ['RateLimitError', 'ConnectionError', 'ModuleTimeoutError'];

/** When Make retries an error that nothing handled; errors of other types wait for a person. */
export function retryMinutes(type: MakeErrorType): readonly number[] {
  return RETRIED.includes(type) ? RETRY_MINUTES : [];
}
