import { jsonText } from '../json-text.ts';
import type { Org } from '../org.ts';
import type { Sessions } from '../sessions.ts';
import { answerMessage } from './answer-message.ts';
import { type BayeuxMessage, readMessages } from './bayeux.ts';
import { readCall } from './call.ts';
import type { CometdContext } from './context.ts';
import { createCometdSessions, type Session } from './session.ts';
import type { StreamingFault, Wait } from './streaming.ts';
import { hasEvents } from './take-events.ts';

/** The Streaming API: Bayeux messages over long polling. */
export interface Cometd {
  /** Answers a request; `version` is what follows `/cometd/` in its path. */
  answer(request: Request, version: string): Promise<Response>;
  /** Lets held connects find out that their login session has ended. */
  revalidate(): void;
  close(): void;
}

const LARGEST_BODY = 32_768;
const OLDEST_VERSION = 37;
const NEWEST_VERSION = 68;
const FORM = "URI format: '/cometd/66.0'";

export function createCometd(parts: {
  readonly org: Org;
  readonly logins: Sessions;
  readonly wait: Wait;
  readonly fault: () => StreamingFault | undefined;
}): Cometd {
  const { org, fault } = parts;
  const sessions = createCometdSessions(org);
  const closed = new AbortController();
  const wake = (session: Session) => {
    if (fault() !== 'stalled' && hasEvents(org, session)) session.held?.abort();
  };
  const context: CometdContext = { ...parts, sessions, wake, closed: closed.signal };
  org.onChangeEvents.push(() => {
    for (const session of sessions.living()) wake(session);
  });
  return {
    answer: async (request, version) => {
      if (fault() === 'unavailable')
        return page(503, 'Server is too busy. Please try your request again later.');
      const body = await request.text();
      if (Buffer.byteLength(body) > LARGEST_BODY) return text(413, 'Maximum Request Size Exceeded');
      const problem = versionProblem(version);
      if (problem !== undefined) return text(400, problem);
      const messages = readMessages(body);
      if (messages === undefined) return text(400, 'The request body is not an array of Bayeux messages');
      const headers = new Headers({ 'Content-Type': 'application/json;charset=UTF-8' });
      const call = readCall(request, messages.length, (cookie) => headers.append('Set-Cookie', cookie));
      const answers: BayeuxMessage[] = [];
      for (const message of messages) answers.push(...(await answerMessage(context, message, call)));
      return new Response(jsonText(answers), { headers });
    },
    revalidate: () => {
      for (const session of sessions.living()) session.held?.abort();
    },
    close: () => {
      closed.abort();
      for (const session of sessions.living()) session.held?.abort();
    },
  };
}

/** What is wrong with the version in the path. */
export function versionProblem(version: string): string | undefined {
  if (!/^\d+\.0$/.test(version)) return `API version in the URI is mandatory. ${FORM}`;
  if (Number(version) >= OLDEST_VERSION && Number(version) <= NEWEST_VERSION) return undefined;
  return `Unsupported API version. Only API versions '${OLDEST_VERSION}.0' and later are supported. ${FORM}`;
}

function text(status: number, message: string): Response {
  return new Response(message, { status, headers: { 'Content-Type': 'text/plain;charset=UTF-8' } });
}

function page(status: number, message: string): Response {
  return new Response(`<html><head><title>Error</title></head><body><h1>${message}</h1></body></html>`, {
    status,
    headers: { 'Content-Type': 'text/html;charset=UTF-8' },
  });
}
