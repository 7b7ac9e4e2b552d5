/** One thing that runs although Make's documents say it in part only. */
export interface ExperimentalEntry {
  readonly construct: string;
  /** What was taken over from elsewhere. */
  readonly reason: string;
  /** How to find out on a real account. */
  readonly confirm: string;
}

/** Everything the Make sandbox runs on a reading that nothing confirms; what depends on it is experimental as well. */
export const EXPERIMENTAL = {
  'webhook-xml': {
    construct: 'XML in a call of an app’s webhook',
    reason:
      'the rule by which nodes become arrays, with `_attributes` and `_value`, is documented for answers to requests; that a webhook reads its body by the same rule, root node included, is inferred.',
    confirm: 'Post the XML to a webhook of the app and look at the bundle it makes.',
  },
} as const satisfies Readonly<Record<string, ExperimentalEntry>>;

/** The name of one experimental construct. */
export type ExperimentalId = keyof typeof EXPERIMENTAL;
