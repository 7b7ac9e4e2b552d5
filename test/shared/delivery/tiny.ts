import type { Answer } from '../../../shared/delivery/call.ts';
import { type Context, type Given, prepareDelivery } from '../../../shared/delivery/run.ts';
import type { Delivery, Step } from '../../../shared/delivery/step.ts';
import type { SalesforceCall } from '../../../shared/salesforce/client.ts';

export const GIVEN: Given = {
  organizationId: '00D1',
  teamId: 'T1',
  instanceUrl: 'https://acme.my.salesforce.com',
  holder: 'me',
  recordId: '006A',
  object: 'Opportunity',
};

/** How the two services of a tiny world answer; a function may throw or wait. */
export interface Tiny {
  readonly slack?: (
    method: string,
    body: Readonly<Record<string, unknown>>,
    time: number,
  ) => unknown | Promise<unknown>;
  readonly salesforce?: (call: SalesforceCall, time: number) => unknown | Promise<unknown>;
  readonly deadline?: number;
}

/** Surroundings on a clock that only waiting moves, with a list of what was called and waited for. */
export function tinyContext({ slack, salesforce, deadline = Number.POSITIVE_INFINITY }: Tiny) {
  let now = 0;
  const log: string[] = [];
  const times = new Map<string, number>();
  const count = (name: string) => {
    log.push(name);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time;
  };
  const context: Context = {
    now: () => now,
    sleep: async (milliseconds) => {
      log.push(`wait ${milliseconds}`);
      now += milliseconds;
    },
    deadline,
    slack: async (method, body) => {
      const time = count(method);
      return ((await slack?.(method, body, time)) ?? { ok: true }) as never;
    },
    salesforce: async (call) => {
      const time = count(call.path.split('/').at(-1) ?? '');
      return await salesforce?.(call, time);
    },
  };
  return { context, log };
}

/** Runs steps in a tiny world; the result shows the notes asked for. */
export async function runSteps(
  steps: readonly Step[],
  tiny: Tiny = {},
  more: Partial<Delivery> = {},
  notes: Readonly<Record<string, unknown>> = {},
) {
  const { context, log } = tinyContext(tiny);
  const run = prepareDelivery({ name: 'tiny', steps, alternatives: [], release: [], result: {}, ...more });
  const end = await run(context, {}, { ...GIVEN, ...notes }).then(
    (result) => ({ result, error: undefined }),
    (error: unknown) => ({ result: undefined, error }),
  );
  return { ...end, log };
}

/** The answer of a Composite call, part by part. */
export function composite(
  parts: Readonly<Record<string, readonly [status: number, body?: unknown]>>,
): Answer {
  return {
    compositeResponse: Object.entries(parts).map(([referenceId, [httpStatusCode, body = null]]) => ({
      referenceId,
      httpStatusCode,
      body,
    })),
  };
}

/** The error array of one code. */
export const refusal = (errorCode: string) => [{ errorCode, message: 'no' }];
