/** How long a service takes to answer, in milliseconds. Assumptions, not measurements. */
export interface Latency {
  readonly salesforce: number;
  readonly slack: number;
}

/** What is assumed of a usual day, of the services at which an alert takes a second on Make, and of fast ones. */
export const latencies = {
  usual: { salesforce: 350, slack: 300 },
  aSecond: { salesforce: 250, slack: 250 },
  fast: { salesforce: 150, slack: 150 },
} as const satisfies Readonly<Record<string, Latency>>;
