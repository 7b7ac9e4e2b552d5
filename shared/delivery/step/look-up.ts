import { answer, choose, type Expression, literal, not } from '../../language/index.ts';
import { slackEmail } from '../../people/alias.ts';
import type { SlackCall } from '../step.ts';

/** Refusals that mean that Slack does not know, or does not show, the person. */
export const NOT_HERE = ['users_not_found', 'user_not_found', 'user_not_visible'] as const;

/** A call that finds a person by email; nobody found is no error. */
export function lookUpBy(email: Expression<'text'>): SlackCall {
  return {
    to: 'slack',
    method: 'users.lookupByEmail',
    body: { email: slackEmail(email) },
    accept: NOT_HERE,
    reads: true,
  };
}

/** The Slack id in the answer of such a call, missing for somebody who has left. */
export const found: Expression<'text'> = choose(
  'text',
  [[not(answer('boolean', 'user', 'deleted')), answer('text', 'user', 'id')]],
  literal('text', null),
);
