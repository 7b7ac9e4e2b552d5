import type { RefusalEntry } from '../iml/refusal.ts';

/** Everything the filter evaluator refuses, by id. */
export const REFUSALS = {
  'empty-group': {
    construct: 'a filter or group without conditions',
    reason: 'whether it lets everything or nothing pass is open.',
    instead: 'leave the filter out, or give it a condition.',
  },
  'unknown-operator': {
    construct: 'that operator',
    reason: "it is not in Make's list of filter operators.",
    instead: 'use a listed one, such as text:startwith or date:less.',
  },
  'needless-operand': {
    construct: 'a second operand of exist or notexist',
    reason: 'they take one; what another does is open.',
    instead: 'leave b out.',
  },
  'missing-operand': {
    construct: 'a condition without second operand',
    reason: 'what it is compared with is open.',
    instead: 'give b.',
  },
  pattern: {
    construct: 'a pattern operator',
    reason: 'the pattern syntax, its anchoring and its flags are not documented.',
    instead: 'use contain, startwith or endwith.',
  },
  'empty-exists': {
    construct: 'the existence of an empty text, array or collection',
    reason: 'whether emptiness counts as existing is open.',
    instead: 'compare the length, or the text with another operator.',
  },
  'operand-kind': {
    construct: 'an operand of that kind',
    reason: 'how it is converted for this operator is open.',
    instead: 'convert it in IML, and add an exist condition for what may be missing.',
  },
  'empty-text': {
    construct: 'an empty text to compare with',
    reason: 'an empty operand may count as none.',
    instead: 'use exist or notexist, or a text that is not empty.',
  },
  'letter-case': {
    construct: 'ignoring the case of letters outside ASCII',
    reason: 'their mapping is not specified.',
    instead: 'use the operator without :ci.',
  },
  'number-text': {
    construct: 'a text that is no plain number',
    reason: 'how it is read as a number is open.',
    instead: 'use plain decimal notation, or parseNumber.',
  },
  'date-text': {
    construct: 'a text that is no full ISO 8601 instant',
    reason: 'how it is read as a date is open.',
    instead: 'use parseDate in a, and a date or 2026-01-31T10:00:00.000Z in b.',
  },
  'time-text': {
    construct: 'a time of another form',
    reason: 'how it is read is open.',
    instead: 'use HH:mm on both sides, or HH:mm:ss on both.',
  },
  'semver-text': {
    construct: 'a version of another form than 1.2.3',
    reason: 'the order of pre-releases and short versions is not described.',
    instead: 'use three plain numbers.',
  },
  'array-item': {
    construct: 'an array item that is no text',
    reason: 'how it is compared with a text is open.',
    instead: 'map the array to texts.',
  },
} as const satisfies Record<string, RefusalEntry>;

/** The id of a listed refusal. */
export type RefusalId = keyof typeof REFUSALS;
