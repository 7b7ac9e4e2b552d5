import type { AppRuntime, RuntimeBundle } from './app-runtime.ts';
import { type Failure, toFailure } from './failure.ts';

/** A step the platform gave up on, with the reason. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.failure = failure;
  }
}

/** A connection as the platform keeps it: stored values, renewed by the integration, until they expire. */
export interface Connection {
  /** The stored values; they change with a refresh. */
  authData(): Readonly<Record<string, string>>;
  /** Why the connection has to be renewed by a person; `undefined` while it works. */
  expired(): string | undefined;
  /** What a person does about an expired connection. */
  reconnect(authData: Readonly<Record<string, string>>): void;
  /**
   * Calls the integration and obeys its errors: refresh and repeat once, wait and repeat when throttled, and with
   * `autoreplay` repeat other errors after 5 and 30 minutes, 1, 3 and 6 hours. Throws StepFailed.
   */
  call(method: string, bundle: RuntimeBundle, repeats?: Repeats): Promise<unknown>;
}

/** How often a call is repeated. */
export interface Repeats {
  readonly autoreplay?: boolean;
  /** How many times a throttled call is repeated; 10 unless told. */
  readonly waits?: number;
  /** Seconds that a throttled call waits at most. */
  readonly longestWait?: number;
}

const MAX_WAITS = 10;
const REPLAYS = [5, 30, 60, 180, 360].map((minutes) => minutes * 60_000);
/** Answers of a refresh that do not condemn the connection. */
const PASSING = new Set([408, 409, 423, 425, 429]);

export function openConnection(
  app: Pick<AppRuntime, 'execute'>,
  stored: Readonly<Record<string, string>>,
  sleep: (milliseconds: number) => Promise<void>,
): Connection {
  let authData = stored;
  let expired: string | undefined;
  let refreshing: Promise<void> | undefined;

  const fail = (failure: Failure, cause?: unknown): never => {
    if (failure.kind === 'expired') expired = failure.message;
    throw new StepFailed(failure, { cause });
  };

  const refresh = async (): Promise<void> => {
    try {
      const renewed = await app.execute('authentication.oauth2Config.refreshAccessToken', { authData });
      authData = { ...authData, ...(renewed as Record<string, string>) };
    } catch (error) {
      const failure = toFailure(error);
      const { status = 0 } = failure;
      const dead = failure.kind === 'expired' || (status >= 400 && status < 500 && !PASSING.has(status));
      fail({ ...failure, kind: dead ? 'expired' : 'errored' }, error);
    }
  };

  return {
    authData: () => authData,
    expired: () => expired,
    reconnect: (renewed) => {
      authData = renewed;
      expired = undefined;
    },
    call: async (method, bundle, repeats = {}) => {
      const { autoreplay = false, waits: most = MAX_WAITS, longestWait = Infinity } = repeats;
      let refreshed = false;
      let waits = 0;
      let replays = 0;
      for (;;) {
        if (expired !== undefined) fail({ kind: 'expired', message: expired });
        const used = authData;
        try {
          return await app.execute(method, { ...bundle, authData: used });
        } catch (error) {
          const failure = toFailure(error);
          const replay = REPLAYS[replays];
          if (failure.kind === 'refresh' && !refreshed) {
            refreshed = true;
            if (authData === used) {
              refreshing ??= refresh().finally(() => {
                refreshing = undefined;
              });
              await refreshing;
            }
          } else if (failure.kind === 'throttled' && waits < most) {
            waits++;
            await sleep(Math.min(failure.delay ?? 0, longestWait) * 1000);
          } else if (failure.kind === 'errored' && autoreplay && replay !== undefined) {
            replays++;
            await sleep(replay);
          } else fail(failure, error);
        }
      }
    },
  };
}
