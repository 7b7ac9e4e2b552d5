import { SCOPE_FIX } from '../../error.ts';
import { and, answer, concat, contains, exists, keep, literal, not, note } from '../../language/index.ts';
import type { Operations } from '../../operation/salesforce-access.ts';
import { slackCalls } from '../../operation/slack-calls.ts';
import { scopesOf } from '../../slack/method-scope.ts';
import { type Scope, type ScopeUse, scopes } from '../../slack/scope.ts';
import type { Find, SetUpCheck } from '../check.ts';
import { isChosen } from '../chosen.ts';
import { remedies } from '../remedy.ts';
import { operationsFor, signalsOf } from '../uses.ts';

const granted = note('text', 'scopes');

/** Whether the bot token is a bot's and has the scopes that the signals ask for. */
export function scopesCheck(operations: Operations): SetUpCheck {
  return {
    name: 'scopes',
    question: 'Has the Slack bot token the scopes that the signals ask for?',
    asks: [
      {
        name: 'bot',
        read: { to: 'slack', method: 'auth.test', body: {}, accept: 'any', reads: true },
        notes: {
          workspace: answer('text', 'team'),
          botId: answer('text', 'bot_id'),
          scopes: concat(',', keep(answer('text', 'headers', 'x-oauth-scopes'), 'a-z:.,', ''), ','),
        },
      },
    ],
    finds: [
      {
        when: and(exists(note('text', 'workspace')), not(exists(note('text', 'botId')))),
        weight: 'problem',
        says: literal('text', 'The token belongs to a person, not to a bot.'),
        fix: literal('text', remedies.botToken),
      },
      ...[...askers(operations)].map(([scope, signals]) => missing(scope, signals)),
    ],
  };
}

/** The scopes, each with the signals that ask for it. */
function askers(operations: Operations): ReadonlyMap<Scope, readonly string[]> {
  const found = new Map<Scope, string[]>();
  for (const [signal] of signalsOf(operations)) {
    const methods = slackCalls(operationsFor(operations, [signal])).map(({ method }) => method);
    for (const scope of new Set(methods.flatMap(scopesOf)))
      found.set(scope, [...(found.get(scope) ?? []), signal]);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function missing(scope: Scope, signals: readonly string[]): Find {
  const { purpose, without }: ScopeUse = scopes[scope];
  return {
    when: and(isChosen(...signals), exists(note('text', 'botId')), not(contains(granted, `,${scope},`))),
    weight: without === undefined ? 'problem' : 'notice',
    says: literal('text', `The bot token lacks the scope ${scope}, which is there to ${purpose}.`),
    fix: literal(
      'text',
      `${SCOPE_FIX.before}${scope}${SCOPE_FIX.after}${without === undefined ? '' : ` Without it: ${without}.`}`,
    ),
  };
}
