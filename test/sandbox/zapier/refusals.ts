import type { RefusalEntry } from '../iml/refusal.ts';

/** Everything the Zap runner will not do because no source about Zapier settles its meaning; nothing is refused elsewhere. */
export const REFUSALS = {
  'hook-to-poll': {
    construct: 'A trigger of type hook_to_poll',
    reason: 'what fills its dedupe table when the Zap is switched on is not described.',
    instead: 'Use a polling trigger, or a hook trigger.',
  },
  'hook-body': {
    construct: 'A hook request whose body is neither a JSON object nor a form without repeated names',
    reason: 'what `cleanedRequest` holds then is not described.',
    instead: 'Post a JSON object.',
  },
  'search-or-create': {
    construct: 'A search-or-create step',
    reason: 'how its params are shared between search and create is not shown in any export.',
    instead: 'Use a search and an action.',
  },
  'stock-step': {
    construct: "A step of Zapier's own or of a public app that no listed export shows",
    reason: 'its params and what it puts out are not known.',
    instead: 'Use a listed step, or an action of the integration.',
  },
  'stock-version': {
    construct: "A version of Zapier's own or of a public app that no export shows",
    reason: 'its params may be others.',
    instead: 'Name a version that was seen.',
  },
  'stock-param': {
    construct: 'A param of a Slack step, or a value of it, that no export explains',
    reason: 'its effect is not known.',
    instead: 'Leave it out.',
  },
  'guarded-autoreplay': {
    construct: 'An error handler in an account that repeats errored steps by itself',
    reason: 'which of the two comes first is not described.',
    instead: 'Switch autoreplay off for the Zap.',
  },
} as const satisfies Readonly<Record<string, RefusalEntry>>;

/** The name of one refusal. */
export type RefusalId = keyof typeof REFUSALS;
