import measured from './cost.json' with { type: 'json' };

/** What a flow costs on one platform. */
export interface FlowCost {
  /** What one event costs; `units` are tasks on Zapier and operations on Make. */
  readonly event: { readonly units: number; readonly salesforceCalls: number; readonly slackCalls: number };
  /** Salesforce calls of a look that finds nothing; a flow that is started by the clock does not look. */
  readonly look?: number;
}

/** Costs by signal, flow (`main` has no name) and platform. */
export type Costs = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, FlowCost>>>>>>;

/** What the sandbox measured; `npm run measure` writes it. */
const costs: Costs = measured;

/** What a flow costs on a platform. Throws when it was never measured. */
export function costOf(signal: string, flow: string | undefined, platform: 'zapier' | 'make'): FlowCost {
  const found = costs[signal]?.[flow ?? 'main']?.[platform];
  if (found === undefined)
    throw new Error(
      `The flow "${flow ?? 'main'}" of ${signal} was never measured on ${platform}. Run: npm run measure`,
    );
  return found;
}
