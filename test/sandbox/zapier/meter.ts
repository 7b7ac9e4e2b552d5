import type { World } from '../world.ts';
import type { AppRuntime } from './app-runtime.ts';

/** Calls counted as the services count them: a Composite call to Salesforce is one. */
export interface Usage {
  /** Salesforce calls of triggers: what noticing cost. */
  pollCalls: number;
  /** Salesforce calls of actions and searches: what delivering cost. */
  salesforceCalls: number;
  slackCalls: number;
}

/** The same runtime, which adds what its operations call to `usage`. Operations must run one after the other. */
export function metered(app: AppRuntime, { salesforce, slack }: World, usage: Usage): AppRuntime {
  return {
    ...app,
    execute: async (method, bundle) => {
      const before = { salesforce: salesforce.apiCalls, slack: slack.calls.length };
      try {
        return await app.execute(method, bundle);
      } finally {
        const calls = salesforce.apiCalls - before.salesforce;
        if (method.startsWith('triggers.')) usage.pollCalls += calls;
        else usage.salesforceCalls += calls;
        usage.slackCalls += slack.calls.length - before.slack;
      }
    },
  };
}
