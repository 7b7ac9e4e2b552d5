import type { RefusalEntry } from '../iml/refusal.ts';

/** Everything the filter evaluator refuses, by id. */
export const REFUSALS = {
  'no-criteria': {
    construct: 'a filter without criteria',
    reason: 'whether it lets everything or nothing pass is open.',
    instead: 'leave the step out, or give it a criterion.',
  },
  'stop-in-company': {
    construct: 'the action stop beside other criteria',
    reason: 'how the negation joins with them is not shown in any export.',
    instead: 'use it as the only criterion, or compute a flag in the integration.',
  },
  'unknown-action': {
    construct: 'that action',
    reason: 'exports show continue and stop only.',
    instead: 'use continue, or stop for the negation.',
  },
  'no-match': {
    construct: 'a criterion without key or match',
    reason: 'it marks fallback paths and is no condition.',
    instead: 'give a key and a match.',
  },
  'unknown-match': {
    construct: 'that match code',
    reason: 'no export shows it.',
    instead:
      'use iexist, iexact, icontains, igreater, iless or boolean, or compute a flag in the integration.',
  },
  'mapped-value': {
    construct: 'a mapped field in the value',
    reason: 'exports show fixed values only.',
    instead: 'compute a flag in the integration.',
  },
  'expression-key': {
    construct: 'a key with an expression',
    reason: 'its step ids are not renumbered on export, so they lead nowhere.',
    instead: 'write 1__field.',
  },
  'ambiguous-key': {
    construct: 'a key that can be split at __ in two ways',
    reason: 'which field is meant is open.',
    instead: 'give the fields of the step names without __ that differ.',
  },
  'exists-empty': {
    construct: 'the existence of an empty text, list or object, zero or false',
    reason: 'whether it counts as existing is open.',
    instead: 'compute a flag in the integration, or leave the field out when it has no value.',
  },
  'needless-value': {
    construct: 'a value for a match that takes none',
    reason: 'exports show an empty value there.',
    instead: 'set value to an empty text.',
  },
  'boolean-stop': {
    construct: 'boolean with the action stop',
    reason: 'that this means "is false" is a guess.',
    instead: 'compute the opposite flag in the integration.',
  },
  'operand-kind': {
    construct: 'a field of that kind',
    reason: 'how it is compared is open.',
    instead: 'give the step a plain text, number or truth value, and add iexist for what may be missing.',
  },
  'empty-value': {
    construct: 'an empty value to compare with',
    reason: 'what it matches is open.',
    instead: 'give a value, or use iexist.',
  },
  'letter-case': {
    construct: 'texts that differ in the case of letters only',
    reason: 'whether the match regards case is open.',
    instead: 'compare texts of one case.',
  },
  'outer-blanks': {
    construct: 'texts that differ in outer blanks only',
    reason: 'whether the match trims is open.',
    instead: 'trim both.',
  },
  'number-text': {
    construct: 'a text that is no plain number',
    reason: 'how it is read as a number is open.',
    instead: 'use plain decimal notation.',
  },
} as const satisfies Record<string, RefusalEntry>;

/** The id of a listed refusal. */
export type RefusalId = keyof typeof REFUSALS;
