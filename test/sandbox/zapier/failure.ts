/** What the platform does about an error, told by the name of its class. */
export type FailureKind = 'halted' | 'throttled' | 'refresh' | 'expired' | 'errored';

/** A thrown error as the platform reads it; `delay` is in seconds, `status` an HTTP status. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly delay?: number;
  readonly status?: number;
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  HaltedError: 'halted',
  ThrottledError: 'throttled',
  RefreshAuthError: 'refresh',
  ExpiredAuthError: 'expired',
};

/** Seconds a throttled step waits when it names no time. */
const DEFAULT_DELAY = 60;

/** Reads an error thrown by an integration; some classes carry their data as JSON in the message. */
export function toFailure(error: unknown): Failure {
  const { name, message } = error as Error;
  const kind = KINDS[name] ?? 'errored';
  const data =
    name === 'ThrottledError' || name === 'AppError' || name === 'ResponseError' ? parse(message) : {};
  const text = typeof data.message === 'string' ? data.message : message;
  return {
    kind,
    message: text,
    ...(kind === 'throttled' ? { delay: numberOr(data.delay, DEFAULT_DELAY) } : {}),
    ...(typeof data.status === 'number' ? { status: data.status } : {}),
  };
}

function parse(message: string): Record<string, unknown> {
  try {
    return JSON.parse(message);
  } catch {
    return {};
  }
}

function numberOr(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
