import type { Message } from 'cometd';
import {
  SalesforceLimitedError,
  SalesforceRefusedError,
  SalesforceSessionExpiredError,
  SalesforceUnavailableError,
} from '../../error.ts';
import { API_VERSION } from '../../salesforce/api-version.ts';
import type { SalesforceSession } from '../../salesforce/client.ts';
import { openClient } from './open-client.ts';

/** All that is retained, and nothing but what comes from now on. */
export const REPLAY = { all: -2, new: -1 } as const;

/** One event as it came, with where it stands in its channel. */
export interface ReplayedEvent {
  readonly replayId: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface DrainOptions extends SalesforceSession {
  /** Such as `/data/CaseChangeEvent`. */
  readonly channel: string;
  /** The replay id of the last event that was processed, or one of `REPLAY`. */
  readonly from: number;
  /** Milliseconds without an event after which there are no more. */
  readonly quiet: number;
  /** Milliseconds a session lasts at most. */
  readonly longest: number;
  readonly send?: typeof fetch;
}

/** What a session brought. */
export interface Drained {
  /** In the order of their commits. */
  readonly events: readonly ReplayedEvent[];
  /** Salesforce no longer knows the replay id: events may be lost, and the rest comes with `REPLAY.all`. */
  readonly expired: boolean;
}

/** Silence is counted in so many parts, so that a process that was stopped for a while does not take that for silence. */
const TICKS = 10;
/** Seconds to wait for a place among the clients that an org may have at once. */
const BUSY = 60;
const CHANNEL_FIX =
  'Select the object under Setup > Change Data Capture, and give the integration user the permission set Dealwire Replay.';

/**
 * Opens a short CometD session, reads the events of a channel since a replay id, and leaves. What is not processed is
 * delivered again by the next session that starts from the same id.
 *
 * Throws SalesforceSessionExpiredError, SalesforceUnavailableError, SalesforceLimitedError for the day's allowance of events, and
 * SalesforceRefusedError for a channel that is not there or may not be read.
 */
export function drain(options: DrainOptions): Promise<Drained> {
  const { instanceUrl, accessToken, channel, quiet, longest, send = fetch } = options;
  const client = openClient(send);
  client.configure({
    url: `${instanceUrl}/cometd/${API_VERSION}`,
    requestHeaders: { authorization: `Bearer ${accessToken}` },
    appendMessageTypeToURL: false,
    useWorkerScheduler: false,
    maxNetworkDelay: longest,
  });
  const events: ReplayedEvent[] = [];
  const position = () => events.at(-1)?.replayId ?? options.from;
  client.registerExtension('replay', {
    outgoing: (message) => {
      if (message.channel === '/meta/handshake') return { ...message, ext: { replay: true } };
      if (message.channel !== '/meta/subscribe') return message;
      return { ...message, ext: { replay: { [channel]: position() } } };
    },
  });

  return new Promise<Drained>((resolve, reject) => {
    let silence: NodeJS.Timeout | undefined;
    let ticks = 0;
    const leave = () => {
      clearInterval(silence);
      clearTimeout(end);
      client.clearListeners();
      client.disconnect();
    };
    const finish = (expired = false) => {
      leave();
      resolve({ events, expired });
    };
    const fail = (error: Error) => {
      leave();
      reject(error);
    };
    const wait = () => {
      ticks = 0;
      silence ??= setInterval(() => {
        ticks += 1;
        if (ticks === TICKS) finish();
      }, quiet / TICKS);
    };
    const end = setTimeout(
      () => (events.length > 0 ? finish() : fail(new SalesforceUnavailableError('no answer in time', BUSY))),
      longest,
    );

    const take = ({ data }: Message) => {
      const { payload, event } = data as { payload: ReplayedEvent['payload']; event: { replayId: number } };
      events.push({ payload, replayId: event.replayId });
      wait();
    };
    const judge = (answer: Message) => {
      const problem = problemOf(answer);
      if (problem === 'expired') finish(true);
      else if (problem !== 'again') fail(problem);
    };
    client.addListener('/meta/unsuccessful', judge);
    client.addListener('/meta/handshake', ({ successful }) => {
      if (!successful) return;
      client.clearSubscriptions();
      client.subscribe(channel, take, (answer) => {
        if (answer.successful) wait();
      });
    });
    client.handshake();
  });
}

/** What a refused message means: an error, an id that is not known any more, or something the client mends by itself. */
function problemOf(answer: Message): Error | 'expired' | 'again' {
  const { failure, ext } = answer as {
    readonly failure?: { readonly httpCode?: number };
    readonly ext?: { readonly sfdc?: { readonly failureReason?: string } };
  };
  const error = ext?.sfdc?.failureReason ?? answer.error ?? '';
  const httpCode = failure?.httpCode ?? 0;
  if (/^401\b/.test(error) || httpCode === 401 || httpCode === 403)
    return new SalesforceSessionExpiredError();
  if (/daily limit exceeded/.test(error)) return new SalesforceLimitedError(3600);
  if (/Unknown client/.test(error)) return 'again';
  if (/replayId/.test(error)) return 'expired';
  if (answer.channel === '/meta/subscribe' && error !== '')
    return new SalesforceRefusedError('CHANGE_DATA_CAPTURE', error, CHANNEL_FIX);
  return new SalesforceUnavailableError(error === '' ? 'the stream broke off' : error, BUSY);
}
