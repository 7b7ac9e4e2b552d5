import { reply } from './reply.ts';

/** What the next calls of a method meet instead of their answer; they have no effect. */
export interface Fault {
  /** An HTTP status such as 429 or 503. */
  readonly status?: number;
  /** A Slack error code, answered with `ok: false`. */
  readonly error?: string;
  /** Seconds for the `Retry-After` header. */
  readonly retryAfter?: number;
  /** How many calls fail; one unless given. */
  readonly times?: number;
}

/** Faults by method, used up one call at a time. */
export interface Faults {
  add(method: string, fault: Fault): void;
  take(method: string): Response | undefined;
}

/** The 429 answer with the seconds to wait in `Retry-After`. */
export const rateLimited = (seconds: number) =>
  reply({ ok: false, error: 'ratelimited' }, { status: 429, headers: { 'retry-after': String(seconds) } });

function answer({ status = 200, error, retryAfter }: Fault): Response {
  if (status === 429) return rateLimited(retryAfter ?? 1);
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  const code = error ?? (status === 503 ? 'service_unavailable' : 'internal_error');
  return reply({ ok: false, error: code }, { status, headers });
}

/** Faults that nobody has asked for yet: every call goes through. */
export function createFaults(): Faults {
  const waiting = new Map<string, Response[]>();
  return {
    add: (method, fault) => {
      const added = Array.from({ length: fault.times ?? 1 }, () => answer(fault));
      waiting.set(method, [...(waiting.get(method) ?? []), ...added]);
    },
    take: (method) => waiting.get(method)?.shift(),
  };
}
