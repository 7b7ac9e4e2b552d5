import { bearerOf } from '../bearer.ts';

/** What a request to the Streaming API says besides its messages. */
export interface Call {
  readonly token: string | undefined;
  readonly cookies: Readonly<Record<string, string>>;
  /** Whether it holds one message only. */
  readonly single: boolean;
  /** Aborted when the client goes away before it is answered. */
  readonly gone: AbortSignal;
  readonly setCookie: (cookie: string) => void;
}

/** Reads a request that holds so many messages. */
export function readCall(request: Request, messages: number, setCookie: Call['setCookie']): Call {
  return {
    token: bearerOf(request),
    cookies: cookiesOf(request.headers.get('cookie') ?? ''),
    single: messages === 1,
    gone: request.signal,
    setCookie,
  };
}

function cookiesOf(header: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    header.split(/;\s*/).flatMap((pair) => {
      const [name = '', ...value] = pair.split('=');
      return name === '' ? [] : [[name, value.join('=')]];
    }),
  );
}
