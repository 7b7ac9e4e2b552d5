import type { Call, Fault } from '../sandbox/serve.ts';
import { refuseJson } from './refuse-json.ts';

/** Something that goes wrong with one call of a run. */
export interface CallFault {
  readonly name: string;
  /** What the call meets; nothing when this cannot happen to it. */
  readonly meets: (call: Call) => Fault | undefined;
}

const isSlack = ({ path }: Call) => path.startsWith('/api/');

/** Everything that a call can meet. */
export const callFaults: readonly CallFault[] = [
  { name: 'no answer, and no effect', meets: () => 'before' },
  { name: 'no answer after its effect', meets: () => 'after' },
  { name: 'a server error', meets: () => new Response('<html>Bad Gateway</html>', { status: 502 }) },
  {
    name: 'a request to wait',
    meets: (call) =>
      isSlack(call)
        ? refuseJson({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '30' })
        : refuseJson(
            [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
            403,
          ),
  },
  {
    name: 'a token that has expired',
    meets: (call) =>
      isSlack(call)
        ? undefined
        : refuseJson([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }], 401),
  },
  {
    name: 'a token that was revoked',
    meets: (call) => (isSlack(call) ? refuseJson({ ok: false, error: 'token_revoked' }) : undefined),
  },
];
