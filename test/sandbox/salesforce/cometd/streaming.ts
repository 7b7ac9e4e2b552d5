/**
 * What goes wrong with streaming while it is set:
 * - `stalled` connects are answered without events although there are some;
 * - `authentication invalid` the session that was fine is refused with 401;
 * - `unknown client` the server has forgotten its sessions;
 * - `unavailable` every request is answered 503 with a page of HTML.
 */
export type StreamingFault = 'stalled' | 'authentication invalid' | 'unknown client' | 'unavailable';

/** Waits in real time; ends early, without an error, when the signal says so. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** The time a connect is really held, and the pause before a replay. */
export const realWait: Wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
